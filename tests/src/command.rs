//! The command under test, built once, and run on folders of its own.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use crate::house;

/// The command `compose-paper`, built in the profile of the tests.
#[must_use]
pub fn compose_paper() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| built("compose-paper"))
}

/// A command of the workspace, built in the profile of the tests.
///
/// # Panics
///
/// If it does not build: there is nothing to test then.
#[must_use]
#[expect(clippy::panic, reason = "a test helper: without the command no test can run")]
pub fn built(package: &str) -> PathBuf {
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--quiet", "--locked", "--package", package]).current_dir(house::top());
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    assert!(build.status().is_ok_and(|status| status.success()), "{package} does not build");
    // This test stands in `<target>/<profile>/deps`, the command in `<target>/<profile>`.
    let Some(profile) =
        std::env::current_exe().ok().and_then(|test| Some(test.parent()?.parent()?.to_owned()))
    else {
        panic!("the test does not know where it stands");
    };
    profile.join(format!("{package}{}", std::env::consts::EXE_SUFFIX))
}

/// Runs the command with these arguments.
///
/// # Panics
///
/// If it cannot be started.
#[must_use]
#[expect(clippy::panic, reason = "a test helper: without the command no test can run")]
pub fn run(arguments: &[&str]) -> Output {
    Command::new(compose_paper())
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("compose-paper does not start: {error}"))
}

/// An example folder of the repository.
#[must_use]
pub fn example(name: &str) -> PathBuf {
    house::top().join("docs/examples").join(name)
}

/// A folder of its own for one test, removed when it goes out of scope.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// A fresh, empty folder.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn new() -> std::io::Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("registrar-test-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// A copy of an example folder in it, under the name `force`.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn copy_of(&self, example_name: &str) -> std::io::Result<PathBuf> {
        let to = self.0.join("force");
        copy(&example(example_name), &to)?;
        Ok(to)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
