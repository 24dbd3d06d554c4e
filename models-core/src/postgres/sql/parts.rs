//! Which statements there are, and in which order.

use super::script::{Layout, ScriptPart};
use super::statement::Statement;
use super::table::TableRef;
use crate::postgres::catalogue::{
    AUTH_SCHEMA, CURRENT_USER, Catalogue, FunctionDef, PUBLIC, PolicyDef,
};

/// What the platform has: it is created only where it is missing.
fn is_of_platform(catalogue: &Catalogue<'_>, schema: &str) -> bool {
    schema == AUTH_SCHEMA && !catalogue.roles.is_empty()
}

/// The parts of a script, in order, without empty ones.
pub(super) fn parts<'c>(catalogue: &'c Catalogue<'c>) -> Vec<ScriptPart<'c>> {
    let all: Vec<TableRef<'c>> = catalogue.tables.iter().map(TableRef::new).collect();
    // The platform's table of users is under no row security.
    let is_users = |table: &&TableRef<'c>| {
        is_of_platform(catalogue, &table.name.schema) && !table.row_security
    };
    let tables: Vec<TableRef<'c>> = all.iter().filter(|table| !is_users(table)).copied().collect();
    let users: Vec<TableRef<'c>> = all.iter().filter(is_users).copied().collect();
    let of = |catalogue: &'c Catalogue<'c>, helpers: bool| {
        catalogue.functions.iter().filter(move |function| {
            function.security_definer == helpers
                && !is_of_platform(catalogue, &function.name.schema)
        })
    };
    let parts = vec![
        ScriptPart {
            title: "Roles, and who calls: what Supabase would have.",
            statements: prelude(catalogue, &users),
            layout: Layout::Apart,
        },
        ScriptPart { title: "Schemas.", statements: schemas(catalogue), layout: Layout::Lines },
        ScriptPart {
            title: "Functions that columns and triggers call.",
            statements: of(catalogue, false).map(Statement::CreateFunction).collect(),
            layout: Layout::Apart,
        },
        ScriptPart {
            title: "Enums.",
            statements: catalogue.enums.iter().map(Statement::CreateEnum).collect(),
            layout: Layout::Lines,
        },
        ScriptPart {
            title: "Tables.",
            statements: tables.iter().copied().map(Statement::CreateTable).collect(),
            layout: Layout::Apart,
        },
        ScriptPart {
            title: "Foreign keys, now that all tables are there.",
            statements: each(&tables, foreign_keys),
            layout: Layout::Lines,
        },
        ScriptPart { title: "Indexes.", statements: each(&tables, indexes), layout: Layout::Lines },
        ScriptPart {
            title: "Triggers.",
            statements: each(&tables, triggers),
            layout: Layout::Lines,
        },
        ScriptPart {
            title: "Row level security, for the owner too: from here on nothing is allowed.",
            statements: each(&tables, row_security),
            layout: Layout::Lines,
        },
        ScriptPart {
            title: "What policies ask of other tables, once for a statement.",
            statements: of(catalogue, true).map(Statement::CreateFunction).collect(),
            layout: Layout::Apart,
        },
        ScriptPart {
            title: "Policies: one for each command.",
            statements: each(&tables, policies),
            layout: Layout::Apart,
        },
        ScriptPart {
            title: "What those functions may read, where their owner is under row level security.",
            statements: owner_policies(&catalogue.functions, &tables),
            layout: Layout::Apart,
        },
        ScriptPart {
            title: "Privileges: what the policies are for, nothing else.",
            statements: privileges(catalogue, &tables),
            layout: Layout::ByTable,
        },
        ScriptPart {
            title: "Changes that are sent to clients.",
            statements: publications(catalogue),
            layout: Layout::Apart,
        },
        ScriptPart {
            title: "Comments.",
            statements: each(&tables, comments),
            layout: Layout::ByTable,
        },
    ];
    parts.into_iter().filter(|part| !part.statements.is_empty()).collect()
}

/// The statements of all tables, table by table.
fn each<'c>(
    tables: &[TableRef<'c>],
    add: impl Fn(TableRef<'c>, &mut Vec<Statement<'c>>),
) -> Vec<Statement<'c>> {
    let mut statements = Vec::with_capacity(2 * tables.len());
    for table in tables {
        add(*table, &mut statements);
    }
    statements
}

fn foreign_keys<'c>(table: TableRef<'c>, statements: &mut Vec<Statement<'c>>) {
    let keys = table.get().constraints.iter().filter(|one| one.kind.is_foreign_key());
    statements.extend(keys.map(|key| Statement::AddForeignKey(table, key)));
}

fn indexes<'c>(table: TableRef<'c>, statements: &mut Vec<Statement<'c>>) {
    let indexes = table.get().indexes.iter();
    statements.extend(indexes.map(|index| Statement::CreateIndex(table, index)));
}

fn triggers<'c>(table: TableRef<'c>, statements: &mut Vec<Statement<'c>>) {
    let triggers = table.get().triggers.iter();
    statements.extend(triggers.map(|trigger| Statement::CreateTrigger(table, trigger)));
}

fn row_security<'c>(table: TableRef<'c>, statements: &mut Vec<Statement<'c>>) {
    statements.extend(table.row_security.then_some(Statement::EnableRowSecurity(table)));
    statements.extend(table.force_row_security.then_some(Statement::ForceRowSecurity(table)));
}

fn policies<'c>(table: TableRef<'c>, statements: &mut Vec<Statement<'c>>) {
    let policies = table.get().policies.iter().filter(|policy| !is_for_owner(policy));
    statements.extend(policies.map(|policy| Statement::CreatePolicy(table, policy)));
}

fn prelude<'c>(catalogue: &'c Catalogue<'c>, users: &[TableRef<'c>]) -> Vec<Statement<'c>> {
    if catalogue.roles.is_empty() {
        return Vec::new();
    }
    let of = |schema: &str| is_of_platform(catalogue, schema);
    let mut statements = vec![Statement::Lock];
    statements.extend(catalogue.roles.iter().map(Statement::CreateRole));
    let schemas = || catalogue.schemas.iter().filter(|schema| of(&schema.name));
    statements.extend(schemas().map(Statement::CreateSchema));
    statements.extend(users.iter().copied().map(Statement::CreateMissingTable));
    let functions = catalogue.functions.iter().filter(|function| of(&function.name.schema));
    statements.extend(functions.map(Statement::CreateFunction));
    for table in users {
        grants(*table, &mut statements);
    }
    statements.extend(schemas().map(Statement::GrantUsage));
    statements
}

fn schemas<'c>(catalogue: &'c Catalogue<'c>) -> Vec<Statement<'c>> {
    // Every database has `public`.
    let schemas = catalogue
        .schemas
        .iter()
        .filter(|schema| schema.name != "public" && !is_of_platform(catalogue, &schema.name));
    let path = catalogue.search_path.iter().map(|schema| Statement::AddToSearchPath(schema));
    schemas
        .map(Statement::CreateSchema)
        .chain(catalogue.extensions.iter().map(Statement::CreateExtension))
        .chain(path)
        .collect()
}

fn is_for_owner(policy: &PolicyDef<'_>) -> bool {
    *policy.to == [CURRENT_USER]
}

/// In the order of the functions that they are for; the others follow.
fn owner_policies<'c>(
    functions: &'c [FunctionDef<'c>],
    tables: &[TableRef<'c>],
) -> Vec<Statement<'c>> {
    let mut statements = Vec::new();
    let mut rest: Vec<TableRef<'c>> = tables.to_vec();
    rest.retain(|table| table.policies.iter().any(is_for_owner));
    let of = |table: TableRef<'c>| {
        let policies = table.get().policies.iter().filter(|policy| is_for_owner(policy));
        policies.map(move |policy| Statement::CreatePolicy(table, policy))
    };
    for read in functions.iter().filter_map(|function| function.reads.as_ref()) {
        if let Some(at) = rest.iter().position(|table| table.name == *read) {
            statements.extend(of(rest.remove(at)));
        }
    }
    statements.extend(rest.into_iter().flat_map(of));
    statements
}

fn privileges<'c>(catalogue: &'c Catalogue<'c>, tables: &[TableRef<'c>]) -> Vec<Statement<'c>> {
    let of_models = |schema: &str| !is_of_platform(catalogue, schema);
    let mut schemas: Vec<_> = catalogue
        .schemas
        .iter()
        .filter(|schema| !schema.usage.is_empty() && of_models(&schema.name))
        .collect();
    schemas.sort_by(|a, b| a.name.cmp(&b.name));
    let mut statements = Vec::with_capacity(schemas.len() + 6 * tables.len());
    statements.extend(schemas.into_iter().map(Statement::GrantUsage));
    for table in tables {
        grants(*table, &mut statements);
    }
    for function in catalogue.functions.iter().filter(|it| of_models(&it.name.schema)) {
        // As a server has it without a word.
        if *function.execute == [PUBLIC] {
            continue;
        }
        statements.push(Statement::RevokeFunction(function));
        if !function.execute.is_empty() {
            statements.push(Statement::GrantExecute(function));
        }
    }
    statements
}

fn grants<'c>(table: TableRef<'c>, statements: &mut Vec<Statement<'c>>) {
    statements.push(Statement::RevokeTable(table));
    statements.extend(table.get().grants.iter().map(|grant| Statement::GrantTable(table, grant)));
}

fn publications<'c>(catalogue: &'c Catalogue<'c>) -> Vec<Statement<'c>> {
    let mut statements = Vec::new();
    for publication in &catalogue.publications {
        statements.push(Statement::CreatePublication(publication));
        let tables = publication.tables.iter();
        statements.extend(tables.map(|table| Statement::AddToPublication(publication, table)));
    }
    statements
}

fn comments<'c>(table: TableRef<'c>, statements: &mut Vec<Statement<'c>>) {
    let of_table = table.get().comment.as_deref();
    statements.extend(of_table.map(|text| Statement::CommentOnTable(table, text)));
    for column in &table.get().columns {
        let text = column.comment.as_deref();
        statements.extend(text.map(|text| Statement::CommentOnColumn(table, column, text)));
    }
}
