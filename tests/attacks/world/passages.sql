insert into passages (id, path, "position", text, embedding)
values (@passage, 'README.md', 0, 'passage', array_fill(0.5, array[384])::extensions.vector);
