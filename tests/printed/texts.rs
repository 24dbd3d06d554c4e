//! The outputs of a schema, each with its name.

use models_core::firestore::{Indexes, Rules, Sdk, TypeScript};
use models_core::postgres::{Script, Target, Version};
use models_core::schema::Schema;

/// One output of a schema.
pub struct Text {
    pub name: &'static str,
    pub text: String,
}

impl Text {
    /// FNV-1a of 64 bits.
    pub fn fingerprint(&self) -> u64 {
        self.text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
    }
}

/// All of these, or nothing where one of them is refused.
fn all<const N: usize>(texts: [(&'static str, Option<String>); N]) -> Vec<Text> {
    let texts = texts.into_iter().map(|(name, text)| Some(Text { name, text: text? }));
    texts.collect::<Option<_>>().unwrap_or_default()
}

pub fn of_tables(schema: &Schema) -> Vec<Text> {
    let sql = |target| Script::new(schema, target).ok().map(|script| script.to_sql());
    all([
        ("supabase.sql", sql(Target::SUPABASE)),
        ("plain.sql", sql(Target::PLAIN.since(Version::V18))),
    ])
}

pub fn of_typescript(schema: &Schema) -> Vec<Text> {
    let typescript = |sdk| TypeScript::new(schema, sdk).ok().map(|it| it.to_string());
    let zod = TypeScript::with_zod(schema, Sdk::Web).ok().map(|it| it.to_string());
    all([
        ("indexes.json", Indexes::new(schema).ok().map(|it| it.to_string())),
        ("web.ts", typescript(Sdk::Web)),
        ("admin.ts", typescript(Sdk::Admin)),
        ("zod.ts", zod),
    ])
}

pub fn of_documents(schema: &Schema) -> Vec<Text> {
    let Ok(rules) = Rules::new(schema) else { return Vec::new() };
    let mut texts = of_typescript(schema);
    texts.push(Text { name: "rules", text: rules.to_string() });
    texts
}
