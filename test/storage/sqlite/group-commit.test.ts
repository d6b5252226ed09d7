import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { groupCommit } from '../../../src/storage/sqlite/group-commit.ts';
import { inWriteTransaction } from '../../../src/storage/sqlite/transaction.ts';

function counted(onCommitted?: (count: number) => void) {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE entry (name TEXT PRIMARY KEY)');
  const insert = database.prepare('INSERT INTO entry (name) VALUES (?)');
  const commits = groupCommit(database, onCommitted);
  return {
    database,
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

  it('fail together where an error ended the whole transaction', async () => {
    const { database, commits, add, names } = counted();
    const ended = commits.write(() => {
      database.exec('ROLLBACK');
      throw new Error('disk full');
    });
    const results = await Promise.allSettled([add('a'), ended, add('b')]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(names()).toEqual([]);
  });

  it('of several statements are undone alone, as a part of the transaction', async () => {
    const { database, commits, add, names } = counted();
    const pair = (first: string, second: string) =>
      commits.write(() =>
        inWriteTransaction(database, () => {
          for (const name of [first, second]) database.prepare('INSERT INTO entry (name) VALUES (?)').run(name);
        }),
      );
    const results = await Promise.allSettled([add('a'), pair('b', 'a'), pair('c', 'd')]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(names()).toEqual(['a', 'c', 'd']);
  });

  it('are counted as they are committed', async () => {
    const counts: number[] = [];
    const { add } = counted((count) => counts.push(count));
    await Promise.all([add('a'), add('b')]);
    await add('c');
    expect(counts).toEqual([2, 1]);
  });

  it('are committed at once by flush', () => {
    const { commits, add, names } = counted();
    void add('a');
    void add('b');
    commits.flush();
    expect(names()).toEqual(['a', 'b']);
  });
});
