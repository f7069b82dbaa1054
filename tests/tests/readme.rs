//! The README says what a new user will see.

use acceptance::{
    command::{Scratch, example, run},
    house,
};

#[test]
fn first_command_prints_what_the_readme_shows() {
    let readme = std::fs::read_to_string(house::top().join("README.md")).unwrap();
    let shown = readme.split("```console\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let (command, printed) = shown.split_once('\n').unwrap();
    assert_eq!(
        command,
        "$ cargo run --release -p compose-paper -- docs/examples/west-midlands-2014 --as-at 2014-07-01 --out paper"
    );
    let scratch = Scratch::new().unwrap();
    let out = scratch.path().join("paper");
    let folder = example("west-midlands-2014");
    let arguments = [folder.to_str().unwrap(), "--as-at", "2014-07-01", "--out", out.to_str().unwrap()];
    let done = run(&arguments);
    let said = String::from_utf8(done.stdout).unwrap().replace(out.to_str().unwrap(), "paper");
    assert_eq!(said, printed);
    assert_eq!(done.status.code(), Some(0));
}

#[test]
fn every_page_that_the_documents_link_to_is_there() {
    let tree = house::tree();
    let mut broken = Vec::new();
    for (path, text) in tree.iter().filter(|(path, _)| path.ends_with(".md") && !path.contains("narrative/"))
    {
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap();
            if file.is_empty() || file.contains("://") || file.starts_with("mailto:") {
                continue;
            }
            let from = house::top().join(path);
            if !from.parent().unwrap().join(file).exists() {
                broken.push(format!("{path}: {target}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}
