//! The files of a folder, and which of them a paper declares and uses.

use std::{cell::RefCell, collections::BTreeMap};

use table::{ReadError, Source};

use crate::{
    Problem,
    settings::{InputKind, Settings},
};

/// The files of a folder: relative path with `/` between folders, and content.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Hands out the inputs that the paper declares, and remembers which were taken.
pub(crate) struct Shelf<'a> {
    files: &'a Files,
    settings: &'a Settings,
    taken: RefCell<Vec<String>>,
}

impl<'a> Shelf<'a> {
    pub(crate) const fn new(files: &'a Files, settings: &'a Settings) -> Self {
        Self { files, settings, taken: RefCell::new(Vec::new()) }
    }

    /// The input of this name, if the paper declares it and it is there.
    pub(crate) fn input(&self, file: &str) -> Option<Source<'a>> {
        self.input_where(|declared| declared == file)
    }

    /// The first declared input whose name fits.
    pub(crate) fn input_where(&self, fits: impl Fn(&str) -> bool) -> Option<Source<'a>> {
        let declared = self.settings.inputs.iter().find(|input| fits(&input.file))?;
        let bytes = self.files.get(&declared.file)?;
        self.taken.borrow_mut().push(declared.file.clone());
        Some(Source::new(&declared.file, bytes))
    }

    /// Whether an input that was declared in `room` is about single people.
    pub(crate) fn is_person_level(&self, file: &str) -> bool {
        self.settings.inputs.iter().any(|input| input.file == file && input.kind == InputKind::PersonLevel)
    }

    /// A problem for each input that is declared but missing, or there but of no use to any room.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        let taken = self.taken.borrow();
        self.settings
            .inputs
            .iter()
            .filter_map(|input| {
                let file = input.file.clone();
                if !self.files.contains_key(&file) {
                    Some(Problem::MissingFile { file, needed_by: "as an input".to_owned() })
                } else if !taken.contains(&file) {
                    Some(Problem::UnusedInput { file })
                } else {
                    None
                }
            })
            .collect()
    }
}

/// The rows of a file: `None` if the file is not declared; a file that cannot be read is a problem.
pub(crate) fn keep<T>(read: Option<Result<T, ReadError>>, problems: &mut Vec<Problem>) -> Option<T> {
    match read? {
        Ok(rows) => Some(rows),
        Err(error) => {
            problems.push(error.into());
            None
        }
    }
}
