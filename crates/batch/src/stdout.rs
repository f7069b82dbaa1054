//! What a command says on standard output.

use std::io::{self, ErrorKind, Write};

/// Writes `text` to standard output. A reader who has seen enough and closed the pipe (`| head -1`) is no error.
///
/// # Errors
///
/// What the system says if the output cannot be written, for instance to a full disk.
pub fn print(text: &str) -> io::Result<()> {
    print_to(&mut io::stdout().lock(), text)
}

/// The same to any writer.
///
/// # Errors
///
/// What the writer says, except that it is closed.
///
/// ```
/// let mut out = Vec::new();
/// batch::stdout::print_to(&mut out, "5 sections\n")?;
/// assert_eq!(out, b"5 sections\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn print_to(out: &mut impl Write, text: &str) -> io::Result<()> {
    match out.write_all(harmless(text).as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// The text with U+FFFD for every control character but line ends and tabs: what comes from a file must not command the
/// terminal.
#[must_use]
pub fn harmless(text: &str) -> String {
    text.replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), "\u{FFFD}")
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Failing(ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn nothing_from_a_file_commands_the_terminal() {
        let mut out = Vec::new();
        print_to(&mut out, "a\u{1b}[31mb\r\n").unwrap();
        assert_eq!(out, "a\u{FFFD}[31mb\u{FFFD}\n".as_bytes());
    }

    #[test]
    fn closed_pipe_is_no_error_and_a_full_disk_is() {
        assert!(print_to(&mut Failing(ErrorKind::BrokenPipe), "text").is_ok());
        assert!(print_to(&mut Failing(ErrorKind::StorageFull), "text").is_err());
    }

    #[test]
    fn pipe_whose_reader_is_gone_is_no_error() {
        let (reader, mut writer) = io::pipe().unwrap();
        drop(reader);
        assert!(writer.write_all(b"text").is_err());
        assert!(print_to(&mut writer, "text").is_ok());
    }
}
