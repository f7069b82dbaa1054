//! The folder that a command writes, and what of an earlier run it may replace.

use std::path::{Path, PathBuf};

use crate::{
    output::Replace,
    verify::{Difference, read_manifest, verify},
};

/// Why the outputs of an earlier run stay.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TargetError {
    /// Another verb wrote what stands there.
    #[error(
        "`{}` holds what `{earlier}` wrote, and `{verb}` replaces only its own outputs; choose another folder",
        out.display()
    )]
    OtherVerb {
        /// The folder.
        out: PathBuf,
        /// The verb that wrote it.
        earlier: String,
        /// The verb that would.
        verb: String,
    },
    /// What this run reads lies there.
    #[error("`{}` lies in `{}`, which would be replaced; choose another folder", input.display(), out.display())]
    HoldsInput {
        /// The folder.
        out: PathBuf,
        /// The file that is read.
        input: PathBuf,
    },
    /// Somebody has changed a file since it was written.
    #[error("`{}` was changed since it was written; move it away, or choose another folder", file.display())]
    Changed {
        /// The file.
        file: PathBuf,
    },
}

/// Whether the outputs of an earlier run of `verb` in `out` may be replaced. Those of another verb never are, nor is a file that somebody has changed
/// since, a sheet filled in for instance, nor a folder that holds what this run reads. `asked` is what may be replaced otherwise.
///
/// # Errors
///
/// [`TargetError`] if the outputs may not be replaced.
pub fn replace(out: &Path, verb: &str, asked: Replace, inputs: &[&Path]) -> Result<Replace, TargetError> {
    // No folder, or none of ours: what writes says so.
    let Ok(manifest) = read_manifest(out) else { return Ok(asked) };
    let earlier = manifest.command.first().map_or("", String::as_str);
    if earlier != verb {
        return Err(TargetError::OtherVerb {
            out: out.to_owned(),
            earlier: earlier.to_owned(),
            verb: verb.to_owned(),
        });
    }
    let folder = out.canonicalize().ok();
    let within = |input: &&&Path| {
        input
            .canonicalize()
            .ok()
            .zip(folder.as_ref())
            .is_some_and(|(input, folder)| input.starts_with(folder))
    };
    if let Some(input) = inputs.iter().find(within) {
        return Err(TargetError::HoldsInput { out: out.to_owned(), input: (*input).to_owned() });
    }
    if asked == Replace::Ours
        && let Ok(differences) = verify(out)
        && let Some(Difference::Changed(file)) =
            differences.iter().find(|difference| matches!(difference, Difference::Changed(_)))
    {
        return Err(TargetError::Changed { file: out.join(file) });
    }
    Ok(asked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        manifest::Manifest,
        output::{OutputFile, OutputSet, write},
        scratch::Scratch,
    };

    fn written(out: &Path) {
        let mut manifest = Manifest::new("audit-recording", "0.1.0", rulebook::day(2026, 6, 1));
        manifest.command = vec!["plan".to_owned()];
        let files = vec![OutputFile::open_to_all("plan.toml", "seed = 1\n")];
        write(out, &OutputSet { manifest, files }, Replace::Never).unwrap();
    }

    #[test]
    fn only_outputs_of_the_same_verb_as_they_were_written_are_replaced() {
        let home = Scratch::new();
        let out = home.join("out");
        assert_eq!(replace(&out, "plan", Replace::Never, &[]), Ok(Replace::Never));
        written(&out);
        assert_eq!(replace(&out, "plan", Replace::Ours, &[]), Ok(Replace::Ours));
        let other = replace(&out, "sample", Replace::Ours, &[]).unwrap_err();
        assert!(matches!(&other, TargetError::OtherVerb { earlier, .. } if earlier == "plan"), "{other}");
        let plan = out.join("plan.toml");
        let holds = replace(&out, "plan", Replace::Ours, &[&plan]).unwrap_err();
        assert_eq!(holds, TargetError::HoldsInput { out: out.clone(), input: plan.clone() });
        std::fs::write(&plan, "seed = 2\n").unwrap();
        assert_eq!(replace(&out, "plan", Replace::Ours, &[]), Err(TargetError::Changed { file: plan }));
    }
}
