//! The names of a column, each known by a number: a published table says the same few names a million times.

use std::collections::HashMap;

use super::draft::RefusedName;

/// The names met so far; a name may have several cells.
///
/// Rows come in an order that repeats: after one class the same class follows, force by force. So the name that followed last time is
/// tried before any is looked up.
#[derive(Debug)]
pub(super) struct Names<const N: usize> {
    known: Vec<[Box<str>; N]>,
    follows: Vec<u32>,
    numbers: HashMap<String, u32>,
    last: u32,
    joined: String,
}

impl<const N: usize> Names<N> {
    pub(super) fn new() -> Self {
        Self {
            known: Vec::new(),
            follows: Vec::new(),
            numbers: HashMap::new(),
            last: 0,
            joined: String::new(),
        }
    }

    /// The number of a name; `Err` with its number, if it is new.
    #[inline]
    pub(super) fn number(&mut self, name: [&str; N]) -> Result<u32, u32> {
        let follows = self.follows.get(self.last as usize).copied().unwrap_or_default();
        if self.is(follows, name) {
            self.last = follows;
            return Ok(follows);
        }
        if self.is(self.last, name) {
            if let Some(follows) = self.follows.get_mut(self.last as usize) {
                *follows = self.last;
            }
            return Ok(self.last);
        }
        self.looked_up(name)
    }

    #[inline]
    fn is(&self, number: u32, name: [&str; N]) -> bool {
        self.known.get(number as usize).is_some_and(|known| known.iter().zip(name).all(|(a, b)| same(a, b)))
    }

    #[cold]
    fn looked_up(&mut self, name: [&str; N]) -> Result<u32, u32> {
        self.joined.clear();
        for cell in name {
            // With its length, so that no two names are joined to the same text.
            self.joined.push_str(&cell.len().to_string());
            self.joined.push(' ');
            self.joined.push_str(cell);
        }
        let before = self.last;
        let number = if let Some(number) = self.numbers.get(&self.joined) {
            Ok(*number)
        } else {
            let number = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
            self.known.push(name.map(Box::from));
            self.follows.push(0);
            self.numbers.insert(self.joined.clone(), number);
            Err(number)
        };
        let (Ok(at) | Err(at)) = number;
        if let Some(follows) = self.follows.get_mut(before as usize) {
            *follows = at;
        }
        self.last = at;
        number
    }
}

/// Whether two names are the same, word by word: they are short, and a call to compare them takes longer than that.
#[inline]
fn same(one: &str, other: &str) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let ((words, rest), (other_words, other_rest)) =
        (one.as_bytes().as_chunks::<8>(), other.as_bytes().as_chunks::<8>());
    let differ = |(one, other): (&[u8; 8], &[u8; 8])| u64::from_ne_bytes(*one) ^ u64::from_ne_bytes(*other);
    words.iter().zip(other_words).map(differ).fold(0, |all, bits| all | bits) == 0
        && rest.iter().zip(other_rest).all(|(one, other)| one == other)
}

/// The names of a column, and what each was found to be.
#[derive(Debug)]
pub(super) struct Column<const N: usize> {
    names: Names<N>,
    found: Vec<Result<u16, RefusedName>>,
}

impl<const N: usize> Column<N> {
    pub(super) fn new() -> Self {
        Self { names: Names::new(), found: Vec::new() }
    }

    /// What a name was found to be; `find` is asked once for each.
    #[inline]
    pub(super) fn found(
        &mut self,
        name: [&str; N],
        find: impl FnOnce() -> Result<u16, RefusedName>,
    ) -> Result<u16, RefusedName> {
        if let Ok(number) = self.names.number(name) {
            // Each name has its place: they are added together.
            return self.found.get(number as usize).copied().unwrap_or_else(find);
        }
        let found = find();
        self.found.push(found);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_number() {
        let mut names = Names::new();
        let numbers: Vec<_> =
            ["a", "b", "a", "b", "c", "a", "b", "b"].map(|name| names.number([name])).into();
        assert_eq!(numbers, [Err(0), Err(1), Ok(0), Ok(1), Err(2), Ok(0), Ok(1), Ok(1)]);
        let mut pairs = Names::new();
        assert_eq!(pairs.number(["ab", "c"]), Err(0));
        assert_eq!(pairs.number(["a", "bc"]), Err(1));
    }
}
