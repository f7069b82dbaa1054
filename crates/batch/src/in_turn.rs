//! Work shared out among threads, heard in order.

use std::{
    collections::BTreeMap,
    num::NonZero,
    sync::{
        Condvar, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

/// For each thread, so many pieces may be worked on or wait to be heard.
const AHEAD: usize = 4;

/// How many pieces were heard, so that nobody runs too far ahead of them.
#[derive(Debug, Default)]
struct Heard {
    pieces: Mutex<usize>,
    more: Condvar,
}

impl Heard {
    fn set(&self, pieces: usize) {
        *self.pieces.lock().unwrap_or_else(PoisonError::into_inner) = pieces;
        self.more.notify_all();
    }

    fn wait_until(&self, enough: impl Fn(usize) -> bool) {
        let pieces = self.pieces.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.more.wait_while(pieces, |pieces| !enough(*pieces)));
    }
}

/// Nobody waits any longer, however the hearing ended.
struct Released<'a>(&'a Heard);

impl Drop for Released<'_> {
    fn drop(&mut self) {
        self.0.set(usize::MAX);
    }
}

/// Works on pieces in as many threads as there are processors, and hears what came of each in the order of the pieces. What waits to be heard
/// is bounded, whatever the number of pieces.
///
/// # Errors
///
/// The first that `hear` gives; nothing is heard after it.
///
/// ```
/// let mut squares = Vec::new();
/// batch::in_turn::in_turn(&[1, 2, 3], |n| n * n, |square| Ok::<(), ()>(squares.push(square)))?;
/// assert_eq!(squares, [1, 4, 9]);
/// # Ok::<(), ()>(())
/// ```
pub fn in_turn<P: Sync, A: Send, E>(
    pieces: &[P],
    work: impl Fn(&P) -> A + Sync,
    mut hear: impl FnMut(A) -> Result<(), E>,
) -> Result<(), E> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(pieces.len());
    let window = threads * AHEAD;
    let (next, heard) = (AtomicUsize::new(0), Heard::default());
    let (tell, told) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..threads {
            let (tell, next, heard, work) = (tell.clone(), &next, &heard, &work);
            scope.spawn(move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(piece) = pieces.get(at) else { return };
                    // The piece that is heard next is always within the window, so somebody goes on.
                    heard.wait_until(|pieces| at < pieces.saturating_add(window));
                    if tell.send((at, work(piece))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(tell);
        let _released = Released(&heard);
        let mut waiting = BTreeMap::new();
        let mut due = 0;
        // A thread that panicked tells nothing; the scope passes its panic on.
        for (at, answer) in told {
            waiting.insert(at, answer);
            while let Some(answer) = waiting.remove(&due) {
                hear(answer)?;
                due += 1;
                heard.set(due);
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn whoever_is_slow_the_order_is_that_of_the_pieces() {
        let pieces: Vec<u64> = (0..200).collect();
        let mut heard = Vec::new();
        let slow = |n: &u64| {
            thread::sleep(Duration::from_millis(if n.is_multiple_of(17) { 5 } else { 0 }));
            *n
        };
        in_turn(&pieces, slow, |n| {
            heard.push(n);
            Ok::<(), ()>(())
        })
        .unwrap();
        assert_eq!(heard, pieces);
        assert_eq!(in_turn(&[], |n: &u64| *n, |_| Err("nothing is heard of no pieces")), Ok(()));
    }

    #[test]
    fn nobody_runs_far_ahead_and_an_error_ends_it() {
        let pieces: Vec<usize> = (0..10_000).collect();
        let begun = AtomicUsize::new(0);
        let mut most = 0;
        let ended = in_turn(
            &pieces,
            |n| {
                begun.fetch_add(1, Ordering::SeqCst);
                *n
            },
            |n| {
                most = most.max(begun.load(Ordering::SeqCst).saturating_sub(n));
                if n == 500 { Err("the disk is full") } else { Ok(()) }
            },
        );
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        assert_eq!(ended, Err("the disk is full"));
        assert!(most <= threads * (AHEAD + 1), "{most}");
    }
}
