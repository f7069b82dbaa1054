//! How far a run has come, told on a terminal.

use std::{
    io::{self, IsTerminal as _, Write as _},
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
    thread,
    time::{Duration, Instant},
};

/// Runs `work`, and tells meanwhile on standard error, if that is a terminal, how many of `total` bytes are done, at which rate and how long
/// it will still take. `work` adds to the count.
pub fn told<T>(what: &str, total: u64, done: &AtomicU64, work: impl FnOnce() -> T) -> T {
    if !io::stderr().is_terminal() {
        return work();
    }
    let ended = AtomicBool::new(false);
    thread::scope(|scope| {
        let telling = scope.spawn(|| {
            let begin = Instant::now();
            while !ended.load(Ordering::Relaxed) {
                thread::park_timeout(Duration::from_millis(500));
                let line = line(what, done.load(Ordering::Relaxed), total, begin.elapsed());
                // Whoever does not listen misses nothing.
                let _ = write!(io::stderr(), "\r{line}\x1b[K");
            }
            let _ = write!(io::stderr(), "\r\x1b[K");
        });
        let answer = work();
        ended.store(true, Ordering::Relaxed);
        telling.thread().unpark();
        answer
    })
}

/// `comparing: 440 of 880 MB, 400 MB a second, 1 s left`
#[must_use]
pub fn line(what: &str, done: u64, total: u64, since: Duration) -> String {
    let megabytes = |bytes: u64| bytes / 1_000_000;
    let a_second = u64::try_from(u128::from(done) * 1000 / since.as_millis().max(1)).unwrap_or(u64::MAX);
    let left = total.saturating_sub(done).checked_div(a_second);
    let left = left.map_or_else(|| "time left not known".to_owned(), |seconds| format!("{seconds} s left"));
    format!(
        "{what}: {} of {} MB, {} MB a second, {left}",
        megabytes(done.min(total)),
        megabytes(total),
        megabytes(a_second)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_and_time_left_are_those_of_the_bytes() {
        let told = line("comparing", 400_000_000, 880_000_000, Duration::from_secs(2));
        assert_eq!(told, "comparing: 400 of 880 MB, 200 MB a second, 2 s left");
        assert_eq!(
            line("comparing", 0, 5, Duration::ZERO),
            "comparing: 0 of 0 MB, 0 MB a second, time left not known"
        );
    }
}
