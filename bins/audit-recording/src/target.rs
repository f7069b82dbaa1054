//! The folder that a command writes, and what of an earlier run it may replace.

use std::path::Path;

use batch::{
    output::Replace,
    verify::{Difference, read_manifest, verify},
};

/// Whether the outputs of an earlier run of `verb` in `out` may be replaced. Those of another verb never are, nor is a file that somebody has changed
/// since, a sheet filled in for instance, nor a folder that holds what this run reads.
pub fn replace(out: &Path, verb: &str, force: bool, inputs: &[&Path]) -> Result<Replace, String> {
    // No folder, or none of ours: what writes says so.
    let Ok(manifest) = read_manifest(out) else { return Ok(asked(force)) };
    let shown = out.display();
    let earlier = manifest.command.first().map_or("", String::as_str);
    if earlier != verb {
        return Err(format!(
            "`{shown}` holds what `{earlier}` wrote, and `{verb}` replaces only its own outputs; choose another folder"
        ));
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
        return Err(format!(
            "`{}` lies in `{shown}`, which would be replaced; choose another folder",
            input.display()
        ));
    }
    if force
        && let Ok(differences) = verify(out)
        && let Some(Difference::Changed(file)) =
            differences.iter().find(|difference| matches!(difference, Difference::Changed(_)))
    {
        return Err(format!(
            "`{}` was changed since it was written; move it away, or choose another folder",
            out.join(file).display()
        ));
    }
    Ok(asked(force))
}

const fn asked(force: bool) -> Replace {
    if force { Replace::Ours } else { Replace::Never }
}
