import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { groupCommit } from '../../../src/storage/sqlite/group-commit.ts';

function counted() {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE entry (name TEXT PRIMARY KEY)');
  const insert = database.prepare('INSERT INTO entry (name) VALUES (?)');
  const commits = groupCommit(database);
  return {
    commits,
    add: (name: string) => commits.write(() => Number(insert.run(name).changes)),
    names: () =>
      database
        .prepare('SELECT name FROM entry ORDER BY name')
        .all()
        .map((row) => row.name),
  };
}

describe('writes that share a commit', () => {
  it('give each writer its own result', async () => {
    const { add, names } = counted();
    expect(await Promise.all([add('a'), add('b'), add('c')])).toEqual([1, 1, 1]);
    expect(names()).toEqual(['a', 'b', 'c']);
  });

  it('fail alone', async () => {
    const { add, names } = counted();
    const results = await Promise.allSettled([add('a'), add('a'), add('b')]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(names()).toEqual(['a', 'b']);
  });

  it('are told as done only when they are committed', async () => {
    const { add, names } = counted();
    let told = false;
    const writing = add('a').then(() => {
      told = true;
    });
    expect(told).toBe(false);
    expect(names()).toEqual([]);
    await writing;
    expect(names()).toEqual(['a']);
  });

  it('are committed at once by flush', () => {
    const { commits, add, names } = counted();
    void add('a');
    void add('b');
    commits.flush();
    expect(names()).toEqual(['a', 'b']);
  });
});
