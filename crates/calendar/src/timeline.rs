//! The hours from a first day on, of which some are worked, to count along and back.

use chrono::{Days, NaiveDate};

use crate::{Moment, Window, WorkingHours};

/// So many hours lie in one word.
const WORD: usize = 64;

/// The hours from midnight of a first day on, each worked or not. Hours are counted from 0; the hour `n` lasts from `n` to `n + 1`, so the
/// end of a stretch of hours is the number of the first hour behind it. Hours are those of the clock on the wall: on the two days on which
/// clocks change an hour is one too many or too few, at night.
///
/// ```
/// use calendar::{Timeline, Window, WorkingHours};
/// let first = chrono::NaiveDate::from_ymd_opt(2014, 6, 2).unwrap();
///
/// let mut office = Timeline::new(first, 28, &WorkingHours::office());
/// office.close(Window::day(first));
/// // Monday is closed: ten hours of work from then on end on Wednesday at eleven.
/// let begin = office.first_worked(0).unwrap();
/// let end = office.forward(begin, 10).unwrap();
/// assert_eq!(office.moment(end).to_string(), "2014-06-04 11:00");
/// assert_eq!(office.backward(end, 10), Some(begin));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    first: NaiveDate,
    /// A bit for each hour that is worked.
    words: Vec<u64>,
    /// How many hours are worked before each word.
    before: Vec<u32>,
}

impl Timeline {
    /// So many days from `first` on.
    #[must_use]
    pub fn new(first: NaiveDate, days: usize, hours: &WorkingHours) -> Self {
        let mut words = vec![0; (days * 24).div_ceil(WORD)];
        for (number, day) in first.iter_days().take(days).enumerate() {
            let bits = u64::from(hours.bits_of(day));
            let (word, at) = (number * 24 / WORD, number * 24 % WORD);
            if let Some(low) = words.get_mut(word) {
                *low |= bits << at;
            }
            if at + 24 > WORD
                && let Some(high) = words.get_mut(word + 1)
            {
                *high |= bits >> (WORD - at);
            }
        }
        Self::counted(first, words)
    }

    fn counted(first: NaiveDate, words: Vec<u64>) -> Self {
        let before = words
            .iter()
            .scan(0, |worked, word: &u64| {
                let before = *worked;
                *worked += word.count_ones();
                Some(before)
            })
            .collect();
        Self { first, words, before }
    }

    /// The first day.
    #[must_use]
    pub const fn first(&self) -> NaiveDate {
        self.first
    }

    /// How many hours there are, worked or not.
    #[must_use]
    pub fn hours(&self) -> usize {
        self.words.len() * WORD
    }

    /// Nobody works on these days.
    pub fn close(&mut self, window: Window) {
        let from = self.hour_of(window.first()).unwrap_or(0);
        let days = usize::try_from(window.days()).unwrap_or(usize::MAX);
        // A window that began before the first day has so many days less.
        let gone = self.first.signed_duration_since(window.first()).num_days().max(0);
        let left = days.saturating_sub(usize::try_from(gone).unwrap_or_default());
        let to = from.saturating_add(left.saturating_mul(24)).min(self.hours());
        let mut words = std::mem::take(&mut self.words);
        for (number, word) in words.iter_mut().enumerate() {
            let begin = number * WORD;
            let (low, high) = (from.max(begin) - begin, to.clamp(begin, begin + WORD) - begin);
            if low < high {
                *word &= !(u64::MAX >> (WORD - (high - low)) << low);
            }
        }
        *self = Self::counted(self.first, words);
    }

    /// The hours that are worked in both, which begin on the same day.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let words = self.words.iter().zip(&other.words).map(|(one, other)| one & other).collect();
        Self::counted(self.first, words)
    }

    /// Whether an hour is worked.
    #[must_use]
    pub fn works(&self, hour: usize) -> bool {
        self.words.get(hour / WORD).is_some_and(|word| word >> (hour % WORD) & 1 == 1)
    }

    /// How many hours are worked before this one.
    #[must_use]
    pub fn worked_before(&self, hour: usize) -> usize {
        let at = hour / WORD;
        let (Some(before), Some(word)) = (self.before.get(at), self.words.get(at)) else {
            return self.all();
        };
        *before as usize + (word & !(u64::MAX << (hour % WORD))).count_ones() as usize
    }

    fn all(&self) -> usize {
        let last = self.before.last().copied().unwrap_or_default() as usize;
        last + self.words.last().map_or(0, |word| word.count_ones() as usize)
    }

    /// The first hour from this one on that is worked.
    #[must_use]
    pub fn first_worked(&self, from: usize) -> Option<usize> {
        self.nth(self.worked_before(from))
    }

    /// The worked hour before which so many are worked.
    fn nth(&self, worked: usize) -> Option<usize> {
        let at = self.before.partition_point(|before| *before as usize <= worked).checked_sub(1)?;
        // Words without a worked hour have the same count as the one behind them: the last of them is meant.
        let mut word = *self.words.get(at)?;
        for _ in *self.before.get(at)? as usize..worked {
            word &= word.wrapping_sub(1);
        }
        (word != 0).then(|| at * WORD + word.trailing_zeros() as usize)
    }

    /// The end of so many worked hours from this one on; the hour itself for none. Nothing, if there are not so many.
    #[must_use]
    pub fn forward(&self, from: usize, hours: usize) -> Option<usize> {
        let Some(more) = hours.checked_sub(1) else { return Some(from) };
        self.nth(self.worked_before(from) + more).map(|last| last + 1)
    }

    /// The beginning of so many worked hours that end at this one; the hour itself for none. Nothing, if there are not so many.
    #[must_use]
    pub fn backward(&self, to: usize, hours: usize) -> Option<usize> {
        if hours == 0 {
            return Some(to);
        }
        self.worked_before(to).checked_sub(hours).and_then(|first| self.nth(first))
    }

    /// The day and hour as one writes them.
    #[must_use]
    pub fn moment(&self, hour: usize) -> Moment {
        let midnight = self.first.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc().timestamp();
        let seconds = i64::try_from(hour).unwrap_or(i64::MAX).saturating_mul(60 * 60);
        Moment { seconds: midnight.saturating_add(seconds), to_the_minute: true }
    }

    /// The day in which an hour lies.
    #[must_use]
    pub fn day_of(&self, hour: usize) -> NaiveDate {
        let days = u64::try_from(hour / 24).unwrap_or(u64::MAX);
        self.first.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
    }

    /// The hour at which a day begins; nothing for days before the first one.
    #[must_use]
    pub fn hour_of(&self, day: NaiveDate) -> Option<usize> {
        let days = day.signed_duration_since(self.first).num_days();
        usize::try_from(days).ok().and_then(|days| days.checked_mul(24))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Hour by hour, as one would by hand.
    fn worked(line: &Timeline) -> Vec<usize> {
        (0..line.hours()).filter(|hour| line.works(*hour)).collect()
    }

    #[test]
    fn closed_days_are_not_worked() {
        // 2 June 2014 was a Monday.
        let mut line = Timeline::new(day("2014-06-02"), 14, &WorkingHours::office());
        assert_eq!(worked(&line).len(), 80);
        line.close(Window::new(day("2014-05-01"), day("2014-06-03")).unwrap());
        line.close(Window::new(day("2014-06-13"), day("2014-07-01")).unwrap());
        assert_eq!(worked(&line).len(), 80 - 16 - 8);
        assert_eq!(line.first_worked(0), Some(2 * 24 + 9));
        assert_eq!(line.moment(2 * 24 + 9).to_string(), "2014-06-04 09:00");
        assert_eq!(line.hour_of(day("2014-06-01")), None);
        // Seven days of work are left: 4 to 6 and 9 to 12 June.
        assert_eq!(line.forward(0, 56), Some(10 * 24 + 17));
        assert_eq!(line.forward(0, 57), None);
        assert_eq!(line.backward(10 * 24 + 17, 57), None);
    }

    proptest! {
        #[test]
        fn counting_along_and_back_agree_with_counting_hour_by_hour(
            closed in prop::collection::vec((0_u64..60, 0_u64..6), 0..6),
            at in 0_usize..1000, hours in 0_usize..60,
        ) {
            let mut line = Timeline::new(day("2014-06-02"), 42, &WorkingHours::office());
            for (first, days) in closed {
                let first = day("2014-05-26") + Days::new(first);
                line.close(Window::new(first, first + Days::new(days)).unwrap());
            }
            let all = worked(&line);
            prop_assert_eq!(line.worked_before(at), all.iter().filter(|hour| **hour < at).count());
            prop_assert_eq!(line.first_worked(at), all.iter().copied().find(|hour| *hour >= at));
            let along = all.iter().filter(|hour| **hour >= at).nth(hours.wrapping_sub(1)).map(|hour| hour + 1);
            prop_assert_eq!(line.forward(at, hours), if hours == 0 { Some(at) } else { along });
            let back = all.iter().rev().filter(|hour| **hour < at).nth(hours.wrapping_sub(1)).copied();
            prop_assert_eq!(line.backward(at, hours), if hours == 0 { Some(at) } else { back });
        }
    }
}
