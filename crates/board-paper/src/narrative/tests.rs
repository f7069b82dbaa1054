//! Tests of `narrative`, on prose of their own.

use rulebook::{FigureId, Value};

use super::{reader::plain, *};

fn material() -> Material {
    let due = Figure::new(FigureId::of(&["audit", "fires", "due"]), "fires due", Value::Count(1234));
    let table = document::Table {
        id: "fires".to_owned(),
        caption: "Fires".to_owned(),
        head: vec![document::Head::words("Fire")],
        rows: Vec::new(),
        notes: Vec::new(),
    };
    let mut material = Material { figures: vec![due], ..Material::default() };
    material.table(table);
    material
}

fn read(text: &str) -> (Vec<Block>, Narratives) {
    let mut narratives = Narratives::default();
    let blocks = narratives.section("fire", Source::new("narrative/fire.md", text.as_bytes()), &material());
    (blocks, narratives)
}

fn problems(text: &str) -> Vec<String> {
    let (_, mut narratives) = read(text);
    narratives.footnotes();
    narratives.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn paragraphs_are_numbered_and_figures_are_figures() {
    let (blocks, narratives) = read("One {figure:audit.fires.due} *fire*.\n\n## More\n\nTwo.\n");
    assert!(narratives.problems.is_empty());
    let [
        Block::Paragraph { number: 1, text, .. },
        Block::Subheading { text: heading, .. },
        Block::Paragraph { number: 2, .. },
    ] = blocks.as_slice()
    else {
        panic!("{blocks:?}");
    };
    assert_eq!(heading, "More");
    assert!(
        matches!(&text[1], Inline::Figure { printed, exact, .. } if printed == "1,234" && exact == "1234")
    );
    assert!(matches!(&text[3], Inline::Emphasis(_)));
}

#[test]
fn an_unknown_figure_is_told_with_its_place_and_the_nearest() {
    assert_eq!(
        problems("Words.\n\nThere were é {figure:audit.fires.du} fires.\n"),
        ["narrative/fire.md, line 3, column 14: no figure `audit.fires.du`; did you mean `audit.fires.due`?"]
    );
    assert_eq!(problems("{figure:zzz}\n"), ["narrative/fire.md, line 1, column 1: no figure `zzz`"]);
}

#[test]
fn a_number_typed_by_hand_is_a_finding_and_a_quotation_is_none() {
    let (_, narratives) = read("There were 12 fires, {as-printed:13} in print, {name:Engine 2} came.\n");
    let said: Vec<String> = narratives.findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "narrative/fire.md, line 1, column 12: warning [number-without-figure]: `12` is typed by hand: no figure backs it"
        ]
    );
}

#[test]
fn a_label_names_the_paragraph_it_begins() {
    let (blocks, narratives) = read("First.\n\n{label:p-two} Second.\n");
    assert_eq!(narratives.labels.get("p-two").map(String::as_str), Some("paragraph-2"));
    assert!(matches!(&blocks[1], Block::Paragraph { text, .. } if text == &[Inline::text("Second.")]));
    assert_eq!(problems("{label:a} A.\n\n{label:a} B.\n").len(), 1);
}

#[test]
fn footnotes_are_numbered_by_first_mention() {
    let (blocks, mut narratives) =
        read("A[^b] and[^a] and[^b].\n\n[^a]: First written.\n[^b]: Second written.\n");
    let footnotes = narratives.footnotes();
    assert!(narratives.problems.is_empty(), "{:?}", narratives.problems);
    assert_eq!(footnotes[0].text, [Inline::text("Second written.")]);
    let Block::Paragraph { text, .. } = &blocks[0] else { panic!("{blocks:?}") };
    let mentions: Vec<u32> = text
        .iter()
        .filter_map(|inline| if let Inline::Footnote(n) = inline { Some(*n) } else { None })
        .collect();
    assert_eq!(mentions, [1, 2, 1]);
}

#[test]
fn footnotes_without_text_or_mention_are_refused() {
    assert_eq!(
        problems("A[^x].\n"),
        ["narrative/fire.md, line 1, column 3: a footnote is mentioned whose text `[^name]: …` is missing"]
    );
    assert_eq!(problems("A.\n\n[^x]: Lost.\n"), ["narrative/fire.md: footnote `[^x]: …` is never mentioned"]);
}

#[test]
fn a_table_stands_once_and_on_a_line_of_its_own() {
    let (blocks, narratives) = read("A.\n\n{table:fires}\n\nB.\n");
    assert!(narratives.problems.is_empty());
    assert!(matches!(blocks[1], Block::Table(_)));
    assert_eq!(
        problems("{table:fires}\n\n{table:fires}\n"),
        [
            "narrative/fire.md, line 3, column 1: `fires` stands already (narrative/fire.md, line 1, column 1); refer to it with {ref:…}"
        ]
    );
    assert_eq!(problems("* {table:fires}\n").len(), 1);
    assert_eq!(
        problems("{chart:fires}\n"),
        ["narrative/fire.md, line 1, column 1: no chart `fires`; there are: "]
    );
}

#[test]
fn what_a_narrative_does_not_use_is_refused_with_its_place() {
    for text in [
        "<b>x</b>\n",
        "A <script>x</script>.\n",
        "# Title\n",
        "> quoted\n",
        "![a](b.png)\n",
        "    code\n",
        "| a | b |\n|---|---|\n| c | d |\n",
        "- a\n  - b\n",
        "{figre:a}\n",
        "## {figure:audit.fires.due} fires\n",
        "## A\n\n## A\n",
        "This is important. {table:fires}\n",
        "{label:a} {table:fires}\n",
        "- {label:a} First item.\n",
        "[{figure:audit.fires.due} of them](https://example.org)\n",
        "## See {ref:fires}\n",
        "## See[^a]\n\nB.[^a]\n\n[^a]: A.\n",
        "1. First\n2. Second\n",
    ] {
        let problems = problems(text);
        assert!(!problems.is_empty(), "{text:?}");
        assert!(
            problems.iter().all(|problem| problem.starts_with("narrative/fire.md, line ")),
            "{problems:?}"
        );
    }
}

#[test]
fn paragraphs_of_one_item_are_kept_apart() {
    let (blocks, _) = read("- One\n\n  two\n");
    let Block::List(items) = &blocks[0] else { panic!("{blocks:?}") };
    assert_eq!(plain(&items[0]), "One two");
}

#[test]
fn a_number_in_a_code_span_is_typed_by_hand_too() {
    let (_, narratives) = read("We say `98%`.\n");
    assert_eq!(narratives.findings.len(), 1);
}

#[test]
fn links_keep_where_they_lead() {
    let (blocks, _) = read("See [the page](https://example.org/a).\n");
    let Block::Paragraph { text, .. } = &blocks[0] else { panic!("{blocks:?}") };
    assert_eq!(
        text[1],
        Inline::Link { url: "https://example.org/a".to_owned(), text: "the page".to_owned() }
    );
}

proptest::proptest! {
    #[test]
    fn any_prose_is_answered_without_panic(text in "[a-z0-9{}:\\[\\]^*_#<>`!\n .é-]{0,120}") {
        let (_, mut narratives) = read(&text);
        narratives.footnotes();
    }
}
