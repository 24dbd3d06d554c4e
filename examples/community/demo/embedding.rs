//! Embeddings without a model to download: hashed features.
//!
//! Every word and every run of three letters of a text is hashed to one of
//! 384 dimensions, with a sign from the hash, so that two texts are near when
//! they share words or stems. Real embeddings of a language model take the
//! same column, the same index and the same query.

use std::collections::HashMap;

use backend_models::types::{Vector, VectorError};

/// The embedding of a text, of length 1.
///
/// # Errors
/// Never for a text with a letter or a digit in it; an empty text has no
/// direction, and a cosine needs one.
pub fn embed(text: &str) -> Result<Vector<384>, VectorError> {
    let mut counts: HashMap<u64, f32> = HashMap::new();
    for word in words(text) {
        *counts.entry(hash(&word)).or_default() += 1.0;
        let letters: Vec<char> = format!("^{word}$").chars().collect();
        for run in letters.windows(3) {
            *counts.entry(hash(&run.iter().collect::<String>())).or_default() += 0.3;
        }
    }
    let mut vector = vec![0.0_f32; 384];
    for (feature, count) in counts {
        let place = usize::try_from(feature % 384).unwrap_or(0);
        let sign = if feature >> 63 == 0 { 1.0 } else { -1.0 };
        // A word that appears ten times is not ten times as much about it.
        vector[place] += sign * (1.0 + count).ln();
    }
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
    if length > 0.0 {
        for x in &mut vector {
            *x /= length;
        }
    }
    Vector::try_from(vector)
}

/// The words that mean something, in lower case.
fn words(text: &str) -> impl Iterator<Item = String> {
    const EMPTY: [&str; 22] = [
        "the", "a", "an", "of", "to", "and", "or", "in", "is", "it", "that", "for", "as", "on",
        "are", "be", "with", "by", "its", "this", "at", "from",
    ];
    text.split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|word| word.len() > 1 && !EMPTY.contains(&word.as_str()))
}

/// FNV-1a, and a last mix so that the upper bits are as good as the lower.
fn hash(text: &str) -> u64 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}
