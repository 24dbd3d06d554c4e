//! What is expanded, as it would be written by hand, and how much of it.
//!
//! Expanded code is what costs compile time, not the macro's own run.

use proc_macro2::{Group, TokenStream, TokenTree};
use syn::DeriveInput;

use crate::diagnostic::Report;

const PROFILE: &str = r#"
/// A member of the site.
#[model(table = "profiles")]
#[access(
    select = anyone,
    insert = id == auth.uid(),
    update = id == auth.uid(),
    delete = nobody,
)]
pub struct Profile {
    /// The same as the user's.
    #[model(id, references = auth::User, on_delete = cascade)]
    pub id: Id<auth::User>,
    #[model(unique)]
    pub handle: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}"#;

const POST: &str = r#"
/// Something a member wrote.
#[model(table = "posts", realtime = "the feed page follows new posts")]
#[model(index(created_at desc, where = status == PostStatus::Published))]
#[access(
    select = status == PostStatus::Published || author_id == auth.uid(),
    insert = author_id == auth.uid(),
    update = author_id == auth.uid(),
    delete = author_id == auth.uid() || auth.claim("role") == "moderator",
)]
pub struct Post {
    #[model(id)]
    pub id: Id<Post>,
    #[model(references = Profile, on_delete = cascade, immutable)]
    pub author_id: Id<auth::User>,
    pub title: String,
    pub body: String,
    #[model(default = PostStatus::Draft)]
    pub status: PostStatus,
    pub tags: Vec<String>,
    #[model(index(hnsw, cosine), server)]
    pub embedding: Option<Vector<384>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}"#;

const NOTE: &str = r#"
#[model(table = "notes")]
#[access(
    select = exists(Membership { team_id, user_id: auth.uid() }),
    insert = author_id == auth.uid()
        && exists(Membership { team_id, user_id: auth.uid(), role: TeamRole::Writer }),
    update = author_id == auth.uid() && !(status in [Status::Closed, Status::Gone]),
    delete = service,
)]
pub struct Note {
    #[model(id)]
    pub id: Id<Note>,
    #[model(references = Team, on_delete = cascade, immutable)]
    pub team_id: Id<Team>,
    #[model(references = Profile, on_delete = cascade, immutable)]
    pub author_id: Id<auth::User>,
    pub title: String,
    pub text: String,
    pub status: Status,
    pub position: i32,
    pub price_cents: i64,
    pub starts_on: Option<NaiveDate>,
    pub is_pinned: bool,
    pub weight: f64,
    #[model(private)]
    pub remark: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}"#;

const REPLY: &str = r#"
/// A reply to a thread.
#[model(collection = "replies", subcollection_of = Thread)]
#[access(
    select = authenticated,
    insert = author == auth.uid(),
    update = author == auth.uid(),
    delete = nobody,
)]
pub struct Reply {
    #[model(id)]
    pub id: DocId<Reply>,
    #[model(parent)]
    pub thread_id: DocId<Thread>,
    #[model(parent = Team)]
    pub team_id: DocId<Team>,
    #[model(immutable)]
    pub author: Uid,
    #[model(copy_of = Member::display_name, via = author, server)]
    pub author_name: Option<String>,
    pub text: String,
    pub stars: i64,
    pub weight: f64,
    #[model(default = true)]
    pub is_pinned: bool,
    pub tags: Vec<String>,
    pub labels: BTreeMap<String, String>,
    pub starts_on: Option<NaiveDate>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}"#;

/// Expands an item that is sound, and lays it out.
fn expanded(source: &str, derive: fn(&DeriveInput, &mut Report) -> TokenStream) -> String {
    let input: DeriveInput = syn::parse_str(source).expect("the source is an item");
    let mut report = Report::default();
    let tokens = derive(&input, &mut report);
    assert!(report.is_empty(), "{report:#?}");
    let file = syn::parse2(with_documents(tokens)).expect("the expansion is a file");
    prettyplease::unparse(&file)
}

/// What is left of `__document_model! { { error } .. }` with the feature
/// `firestore`: prettyplease does not lay out what is inside a macro.
fn with_documents(tokens: TokenStream) -> TokenStream {
    let mut left: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = &token else {
            left.push(token);
            continue;
        };
        let inside = with_documents(group.stream());
        match left.as_slice() {
            [.., TokenTree::Ident(name), TokenTree::Punct(_)] if name == "__document_model" => {
                // `__m`, `::`, the name and the `!`.
                left.truncate(left.len() - 5);
                left.extend(inside.into_iter().skip(1));
            }
            _ => left.push(Group::new(group.delimiter(), inside).into()),
        }
    }
    left.into_iter().collect()
}

#[test]
fn a_model() {
    insta::assert_snapshot!("profile", expanded(PROFILE, crate::model));
}

#[test]
fn a_model_with_everything() {
    insta::assert_snapshot!("post", expanded(POST, crate::model));
}

#[test]
fn a_document() {
    insta::assert_snapshot!("reply", expanded(REPLY, crate::model));
}

/// Of a model of 14 fields; a table expands none of it.
#[test]
fn a_converter_stays_small() {
    let expanded = expanded(REPLY, crate::model);
    let (_, converter) = expanded.split_once("impl __m::DocumentModel").expect("a converter");
    let (converter, _) = converter.split_once("\n    }\n").expect("its end");
    let lines = converter.lines().count() + 1;
    assert!(lines <= 60, "{lines} lines:\n{converter}");
    assert!(!self::expanded(NOTE, crate::model).contains("DocumentModel"));
}

#[test]
fn an_enum() {
    let source = "pub enum PostStatus { Draft, #[model(label = \"out\")] Published, Archived }";
    insta::assert_snapshot!("enum", expanded(source, crate::enumeration));
}

#[test]
fn a_newtype() {
    insta::assert_snapshot!("newtype", expanded("pub struct Address(String);", crate::newtype));
}

/// The goal is 250 lines for 14 columns and 2 foreign keys, without the page
/// for rustdoc; a change that costs lines should know that it does.
#[test]
fn what_is_expanded_stays_small() {
    let expanded = expanded(NOTE, crate::model);
    let (before, page) = expanded.split_once("/**").expect("a page");
    let (_, after) = page.split_once("*/").expect("the end of the page");
    let lines = before.lines().count() + after.lines().count();
    assert!(lines <= 250, "{lines} lines:\n{before}{after}");
}

#[test]
fn the_path_to_the_library_is_the_only_one() {
    let ours = |source: &str| source.replacen("model(", "model(crate = our::own, ", 1);
    let model = expanded(&ours(PROFILE), crate::model);
    let enumeration = expanded("#[model(crate = our::own)] enum A { B }", crate::enumeration);
    let newtype = expanded("#[model(crate = our::own)] struct A(i32);", crate::newtype);
    for expanded in [model, enumeration, newtype] {
        assert!(expanded.contains("use our::own::__private as __m;"), "{expanded}");
        assert!(!expanded.contains("backend_models::"), "{expanded}");
    }
}
