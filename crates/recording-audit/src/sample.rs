//! Drawing the sample of an audit: planned from the frame, drawn so that anybody can draw it again, shared out among auditors.

mod manifest;

pub use manifest::{
    Filter, FrameFile, MANIFEST_NAME, ManifestError, SampleManifest, SampledCase, SampledPart, Use,
};
