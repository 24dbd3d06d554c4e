insert into auth.users (id) values
    (@owner), (@writer), (@reader), (@rival), (@stranger), (@newcomer), (@moderator);

insert into profiles (id, handle, contact) values
    (@owner, 'owner', 'call the owner'), (@writer, 'writer', 'call the writer'),
    (@reader, 'reader', null), (@rival, 'rival', 'call the rival'),
    (@stranger, 'stranger', 'call the stranger'), (@moderator, 'moderator', null);

insert into teams (id, name, owner_id) values (@team, 'team', @owner), (@rivals, 'rivals', @rival);

insert into memberships (id, team_id, user_id, role) values
    (@writes, @team, @writer, 'writer'), (@reads, @team, @reader, 'reader'),
    (@theirs, @rivals, @rival, 'writer');

-- The reader was a writer once, and the stranger was a member.
insert into notes (id, team_id, author_id, text) values
    (@note, @team, @writer, 'secret of the team'), (@their_note, @rivals, @rival, 'secret of rivals'),
    (@old_note, @team, @reader, 'secret of a reader'), (@left_note, @team, @stranger, 'secret left');

insert into posts (id, author_id, title, body, status, reads) values
    (@published, @writer, 'published', '', 'published', 7), (@draft, @writer, 'draft', '', 'draft', 0),
    (@archived, @reader, 'archived', '', 'archived', 5), (@their_draft, @rival, 'theirs', '', 'draft', 0),
    (@news, @moderator, 'news', '', 'published', 9);

insert into comments (id, post_id, author_id, parent_id, text) values
    (@first, @published, @reader, null, 'first'), (@second, @published, @writer, @first, 'second'),
    (@hidden, @their_draft, @rival, null, 'to a draft');

insert into tags (id, label) values (@rust, 'rust'), (@sql, 'sql');
insert into post_tags (id, post_id, tag_id, author_id) values (@tagged, @published, @rust, @writer);
