//! A page that shows commands with what they print: each is run in turn, and must print what stands there.

use std::{env, path::Path, process::Command};

use crate::command::built;

/// The commands of a page with what each prints, in its order.
#[must_use]
pub fn shown(page: &str) -> Vec<(String, String)> {
    let blocks = page.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next());
    let mut shown: Vec<(String, String)> = Vec::new();
    for line in blocks.flat_map(str::lines) {
        match (line.strip_prefix("$ "), shown.last_mut()) {
            (Some(command), _) => shown.push((command.to_owned(), String::new())),
            (None, Some((_, printed))) => printed.extend([line, "\n"]),
            (None, None) => {}
        }
    }
    shown
}

/// Runs commands one after the other in a folder, with these packages built and found by name, and gives what differs from what is shown.
///
/// # Errors
///
/// If a shell does not start, or the place of a command cannot be told.
pub fn differing(
    shown: &[(String, String)],
    folder: &Path,
    packages: &[&str],
) -> std::io::Result<Vec<String>> {
    let mut places: Vec<_> =
        packages.iter().filter_map(|package| Some(built(package).parent()?.to_owned())).collect();
    places.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let path = env::join_paths(places).map_err(std::io::Error::other)?;
    let mut wrong = Vec::new();
    for (command, printed) in shown {
        let done =
            Command::new("sh").args(["-c", command]).current_dir(folder).env("PATH", &path).output()?;
        let said = String::from_utf8_lossy(&done.stdout);
        if said != *printed {
            wrong.push(format!(
                "{command}\nprints\n{said}{}and the page shows\n{printed}",
                String::from_utf8_lossy(&done.stderr)
            ));
        }
    }
    Ok(wrong)
}
