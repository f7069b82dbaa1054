//! One file of Markdown.
