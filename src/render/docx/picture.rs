//! Pictures: the file as a part of the package, and a drawing in the text. Where it is SVG, a PNG stands beside it for programs that read no SVG.

use std::sync::{Arc, LazyLock};

use resvg::{tiny_skia, usvg};

use crate::digest;

use super::flat::{Picture, Shape};
use super::names::relation;
use super::writer::Writer;

/// Units of drawings in a twentieth of a point, and in a pixel of the web.
const PER_TWIP: u32 = 635;
const PER_PIXEL: f32 = 9525.0;
/// How much sharper the PNG of an SVG is than a pixel of the web.
const SHARPER: f32 = 2.0;
/// How large the PNG may be at a side, in pixels.
const LARGEST: f32 = 4000.0;
/// The extension that holds an SVG.
const SVG: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

macro_rules! fonts {
    ($($name:literal)*) => {
        &[$(include_bytes!(concat!("../../../templates/fonts/Liberation", $name, ".ttf")),)*]
    };
}

const FONTS: &[&[u8]] = fonts! {
    "Sans-Regular" "Sans-Bold" "Sans-Italic" "Sans-BoldItalic" "Serif-Regular" "Serif-Bold" "Mono-Regular" "Mono-Bold"
};

/// The fonts of drafts only, so that pictures are the same wherever they are made.
static KNOWN: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = usvg::fontdb::Database::new();
    FONTS.iter().for_each(|font| fonts.load_font_data(font.to_vec()));
    fonts.set_sans_serif_family("Liberation Sans");
    fonts.set_serif_family("Liberation Serif");
    fonts.set_monospace_family("Liberation Mono");
    Arc::new(fonts)
});

/// What is shown: the PNG, its size in pixels of the web, and the SVG where it was made from one.
struct Shown {
    png: Vec<u8>,
    size: (f32, f32),
    svg: Option<Vec<u8>>,
}

/// Writes a picture as wide as it is by itself, or as the text.
pub(super) fn write(writer: &mut Writer<'_>, picture: &Picture) {
    let Some(shown) = shown(picture) else {
        // A picture that cannot be read was found before; its words stand in its place.
        return writer.run(None, |writer| writer.xml.leaf("w:t", &[], &picture.alt));
    };
    let name = digest::short(&picture.bytes)[..12].to_owned();
    let png = part(writer, &format!("{name}.png"), "image/png", shown.png);
    let svg = shown.svg.map(|svg| part(writer, &format!("{name}.svg"), "image/svg+xml", svg));
    let size = fitted(shown.size, writer.rules.pages.text_width(Shape::Upright) * PER_TWIP);
    writer.run(None, |writer| drawing(writer, picture, (&png, svg.as_deref()), size));
}

/// Puts a picture into the package; gives the name of the relation to it.
fn part(writer: &mut Writer<'_>, name: &str, media_type: &str, bytes: Vec<u8>) -> String {
    writer.package.add(&format!("word/media/{name}"), media_type, bytes);
    writer.package.relate(writer.part, &relation("image"), &format!("media/{name}"))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "sizes of a page"
)]
fn fitted((width, height): (f32, f32), widest: u32) -> (u32, u32) {
    let factor = (widest as f32 / (width * PER_PIXEL)).min(1.0) * PER_PIXEL;
    ((width * factor) as u32, (height * factor) as u32)
}

fn shown(picture: &Picture) -> Option<Shown> {
    if picture.format == "svg" {
        return from_svg(&picture.bytes);
    }
    let header = picture.bytes.get(16..24)?;
    let side = |bytes: &[u8]| bytes.try_into().ok().map(u32::from_be_bytes).filter(|side| *side > 0);
    let (width, height) = (side(&header[..4])?, side(&header[4..])?);
    #[expect(clippy::cast_precision_loss, reason = "pictures are far smaller than what f32 holds")]
    let size = (width as f32, height as f32);
    Some(Shown { png: picture.bytes.to_vec(), size, svg: None })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded above")]
fn from_svg(bytes: &[u8]) -> Option<Shown> {
    // A picture shows nothing of the disk that it is drawn on.
    let image_href_resolver =
        usvg::ImageHrefResolver { resolve_string: Box::new(|_, _| None), ..usvg::ImageHrefResolver::default() };
    let font_family = "Liberation Sans".to_owned();
    let options = usvg::Options { fontdb: KNOWN.clone(), font_family, image_href_resolver, ..Default::default() };
    let tree = usvg::Tree::from_data(bytes, &options).ok()?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = SHARPER.min(LARGEST / width).min(LARGEST / height);
    let mut pixels = tiny_skia::Pixmap::new((width * scale).ceil() as u32, (height * scale).ceil() as u32)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Some(Shown { png: pixels.encode_png().ok()?, size: (width, height), svg: Some(bytes.to_vec()) })
}

fn drawing(writer: &mut Writer<'_>, picture: &Picture, (png, svg): (&str, Option<&str>), (width, height): (u32, u32)) {
    let id = writer.number();
    let (width, height) = (width.to_string(), height.to_string());
    let xml = &mut writer.xml;
    let size = [("cx", width.as_str()), ("cy", height.as_str())];
    xml.open("w:drawing", &[]);
    xml.open("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
    xml.empty("wp:extent", &size);
    xml.empty("wp:docPr", &[("id", &id), ("name", &picture.id), ("descr", &picture.alt)]);
    xml.open("wp:cNvGraphicFramePr", &[]);
    xml.empty("a:graphicFrameLocks", &[("noChangeAspect", "1")]);
    xml.close("wp:cNvGraphicFramePr");
    xml.open("a:graphic", &[]);
    xml.open("a:graphicData", &[("uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")]);
    xml.open("pic:pic", &[]);
    xml.open("pic:nvPicPr", &[]);
    xml.empty("pic:cNvPr", &[("id", &id), ("name", &picture.id), ("descr", &picture.alt)]);
    xml.empty("pic:cNvPicPr", &[]);
    xml.close("pic:nvPicPr");
    xml.open("pic:blipFill", &[]);
    match svg {
        None => xml.empty("a:blip", &[("r:embed", png)]),
        Some(svg) => {
            xml.open("a:blip", &[("r:embed", png)]);
            xml.open("a:extLst", &[]);
            xml.open("a:ext", &[("uri", SVG)]);
            xml.empty("asvg:svgBlip", &[("r:embed", svg)]);
            xml.close("a:ext");
            xml.close("a:extLst");
            xml.close("a:blip");
        }
    }
    xml.open("a:stretch", &[]);
    xml.empty("a:fillRect", &[]);
    xml.close("a:stretch");
    xml.close("pic:blipFill");
    xml.open("pic:spPr", &[]);
    xml.open("a:xfrm", &[]);
    xml.empty("a:off", &[("x", "0"), ("y", "0")]);
    xml.empty("a:ext", &size);
    xml.close("a:xfrm");
    xml.open("a:prstGeom", &[("prst", "rect")]);
    xml.empty("a:avLst", &[]);
    xml.close("a:prstGeom");
    xml.close("pic:spPr");
    xml.close("pic:pic");
    xml.close("a:graphicData");
    xml.close("a:graphic");
    xml.close("wp:inline");
    xml.close("w:drawing");
}
