//! The first draft of a rule: module and case file, to be filled in.

use rulebook::FigureId;

/// The two files of a new rule in `room`: path and content. The rule does not pass the house tests until its papers
/// are filled in, which is the point.
///
/// # Errors
///
/// If `id` is no slug.
pub fn draft(room: &str, id: &str) -> Result<Vec<(String, String)>, String> {
    if FigureId::of(&[id]).as_str() != id {
        return Err(format!("`{id}` is no slug: use lower-case words with hyphens"));
    }
    let stem = id.replace('-', "_");
    let title = sentence(&id.replace('-', " "));
    let module = format!(
        r#"//! {title}.

use rulebook::{{Basis, InForce, Rule, RuleId}};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {{
    id: RuleId("{id}"),
    title: "{title}",
    says: "",
    basis: Basis::Reasoned {{ why: "" }},
    in_force: InForce::Always,
    exemplar: "",
    mend: "",
}};
"#
    );
    let cases = format!(
        "[[case]]\nid = \"\"\nname = \"\"\nsource = \"\"\nexemplar = true\nfacts = {{}}\nexpect = \"\"\n# of {id}\n"
    );
    Ok(vec![
        (format!("crates/{room}/src/rules/{stem}.rs"), module),
        (format!("crates/{room}/cases/{id}.toml"), cases),
    ])
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
