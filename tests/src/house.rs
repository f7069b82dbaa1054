//! The rules of the house: each a function from a tree of files to what is wrong with it.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

mod data;
mod layers;
mod names;
mod rules;

pub use {
    data::every_data_file_has_its_source, layers::arrows_point_down, names::names_say_what_is_inside,
    rules::every_rule_is_listed_with_cases_and_page,
};

/// Files by their path from the top of the repository, with `/` between folders.
pub type Tree = BTreeMap<String, String>;

/// The top of the repository.
#[must_use]
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Every text file of the repository, without what is built, made or hidden.
#[must_use]
pub fn tree() -> Tree {
    let mut tree = Tree::new();
    walk(&top(), &top(), &mut tree);
    tree
}

fn walk(top: &Path, folder: &Path, tree: &mut Tree) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let made = folder == top && ["target", "paper"].contains(&name.as_str());
        if name.starts_with('.') || made {
            continue;
        }
        if path.is_dir() {
            walk(top, &path, tree);
        } else if let (Ok(text), Ok(relative)) = (std::fs::read_to_string(&path), path.strip_prefix(top)) {
            tree.insert(relative.to_string_lossy().replace('\\', "/"), text);
        }
    }
}

/// The files below a folder, by their path from it.
fn below<'a>(tree: &'a Tree, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    tree.iter()
        .filter_map(move |(path, text)| Some((path.strip_prefix(folder)?.strip_prefix('/')?, text.as_str())))
}

/// The crates of the workspace: name and folder.
fn crates(tree: &Tree) -> Vec<(&str, &str)> {
    tree.keys()
        .filter_map(|path| {
            let folder = path.strip_suffix("/Cargo.toml")?;
            let name = folder.rsplit('/').next()?;
            Some((name, folder))
        })
        .collect()
}
