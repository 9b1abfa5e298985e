//! tmp
use crate::source::Span;
use std::ops::Range;
/// T
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Text<'s> {
    raw: &'s str,
    span: Span,
}
/// C
pub struct Content<'s> {
    text: std::borrow::Cow<'s, str>,
    span: Span,
}
impl<'s> Text<'s> {
    /// n
    pub fn new(raw: &'s str, span: Span) -> Self {
        Self { raw, span }
    }
    /// r
    pub fn raw(&self) -> &'s str {
        self.raw
    }
    /// s
    pub fn span(&self) -> Span {
        self.span
    }
    /// c
    pub fn content(&self) -> Content<'s> {
        Content { text: self.raw.trim_matches('"').into(), span: self.span }
    }
}
impl Content<'_> {
    /// a
    pub fn as_str(&self) -> &str {
        &self.text
    }
    /// s
    pub fn source_span(&self, _r: Range<usize>) -> Span {
        self.span
    }
}
