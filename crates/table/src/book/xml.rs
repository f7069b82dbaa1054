//! The parts of a zipped workbook as XML, with limits on what they may unpack to.

use std::{
    borrow::Cow,
    io::{self, BufReader, Cursor, Read},
};

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};
use zip::{ZipArchive, read::ZipFile, result::ZipError};

use super::Fault;

/// A workbook as the zipped file it is.
pub(crate) type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

type Unpacked<'z, 'a> = BufReader<Limited<ZipFile<'z, Cursor<&'a [u8]>>>>;

/// One part of a workbook, read token by token.
pub(crate) struct Xml<'z, 'a> {
    part: String,
    reader: Reader<Unpacked<'z, 'a>>,
    buffer: Vec<u8>,
}

/// What comes next in a part.
pub(crate) enum Token<'b> {
    /// An element begins; one that holds nothing is followed by its [`Token::Close`].
    Open(BytesStart<'b>),
    /// The element of this local name ends.
    Close(Cow<'b, str>),
    /// Text between tags, with entities resolved.
    Text(Cow<'b, str>),
    /// A comment or the like.
    Nothing,
    /// The part ends.
    End,
}

/// How much may be unpacked of one part of a file of `bytes` bytes: most workbooks shrink to a tenth, none we met to a hundredth.
pub(crate) fn limit(bytes: usize) -> u64 {
    (bytes as u64).saturating_mul(200).clamp(64 << 20, 1 << 30)
}

/// The part called `name`, or `None` if the workbook has none. It may unpack to `limit` bytes.
pub(crate) fn part<'z, 'a>(
    zip: &'z mut Zip<'a>,
    name: &str,
    limit: u64,
) -> Result<Option<Xml<'z, 'a>>, Fault> {
    let file = match zip.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(Fault::Locked),
        Err(error) => return Err(Fault::torn(name, error)),
    };
    let mut reader = Reader::from_reader(BufReader::new(Limited { inner: file, left: limit }));
    reader.config_mut().expand_empty_elements = true;
    Ok(Some(Xml { part: name.to_owned(), reader, buffer: Vec::new() }))
}

impl Xml<'_, '_> {
    /// The next token.
    pub(crate) fn next(&mut self) -> Result<Token<'_>, Fault> {
        self.buffer.clear();
        let part = &self.part;
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| {
            let full = |error: &io::Error| error.kind() == io::ErrorKind::FileTooLarge;
            if matches!(&error, quick_xml::Error::Io(error) if full(error)) {
                return Fault::TooLarge { what: format!("`{part}` when unpacked") };
            }
            Fault::torn(part, error)
        })?;
        match event {
            Event::Start(element) | Event::Empty(element) => Ok(Token::Open(element)),
            Event::End(element) => Ok(Token::Close(Cow::Owned(element.local_name().as_ref().to_owned()))),
            Event::Text(text) => Ok(Token::Text(text.into_inner())),
            Event::CData(text) => Ok(Token::Text(text.into_inner())),
            Event::GeneralRef(entity) => {
                if let Some(text) = resolve_predefined_entity(&entity.xml10_content()) {
                    return Ok(Token::Text(Cow::Borrowed(text)));
                }
                match entity.resolve_char_ref() {
                    Ok(Some(letter)) => Ok(Token::Text(Cow::Owned(letter.to_string()))),
                    Ok(None) => Err(Fault::torn(part, "an entity that XML does not know")),
                    Err(error) => Err(Fault::torn(part, error)),
                }
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Ok(Token::Nothing),
            // No spreadsheet program writes one; entities of one's own are what it would be for.
            Event::DocType(_) => Err(Fault::torn(part, "a document type declaration, which no workbook has")),
            Event::Eof => Ok(Token::End),
        }
    }

    /// Passes over the rest of the element that was just opened.
    pub(crate) fn skip(&mut self) -> Result<(), Fault> {
        let mut depth = 1_u32;
        while depth > 0 {
            match self.next()? {
                Token::Open(_) => depth += 1,
                Token::Close(_) => depth -= 1,
                Token::Text(_) | Token::Nothing => {}
                Token::End => return Err(self.cut_short()),
            }
        }
        Ok(())
    }

    /// The fault of a part that ends in the middle.
    pub(crate) fn cut_short(&self) -> Fault {
        Fault::torn(&self.part, "it ends in the middle")
    }

    /// A fault of this part.
    pub(crate) fn fault(&self, what: impl std::fmt::Display) -> Fault {
        Fault::torn(&self.part, what)
    }
}

/// The attribute of this exact name, unescaped. One that cannot be read is as good as none.
pub(crate) fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    element.try_get_attribute(name).ok()??.normalized_value(XmlVersion::Explicit1_0).ok()
}

/// The attribute of this name whatever stands before its colon.
pub(crate) fn attribute_by_local_name<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    let mut attributes = element.attributes();
    attributes
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Explicit1_0).ok())
}

/// What a zipped file says of its sizes is not believed: what comes out is counted.
struct Limited<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => {
                self.left = left;
                Ok(read)
            }
            None => Err(io::ErrorKind::FileTooLarge.into()),
        }
    }
}
