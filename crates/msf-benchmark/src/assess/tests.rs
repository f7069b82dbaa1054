//! Hand-made forces, with the arithmetic beside them.
