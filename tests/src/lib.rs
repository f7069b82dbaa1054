//! Commands run on fixtures; house rules as tests.
