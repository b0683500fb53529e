import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Stands in a query for a value that is given each time it runs. */
class Blank {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Gives the place of a value in a query. */
export type Blanks<Values> = <Name extends keyof Values & string>(name: Name) => Values[Name];

/** Runs a query with other values each time. */
export type Run<Values, Row> = (db: Kysely<Schema>, values: Values) => Promise<Row[]>;

/**
 * A query that is built with its first run: building takes longer than running what a worker asks most often, and
 * leaves more behind to be collected. All that run it must be on the same engine.
 */
export function builtOnce<Values extends Readonly<Record<string, unknown>>, Row>(
  build: (db: Kysely<Schema>, blank: Blanks<Values>) => Compilable<Row>,
): Run<Values, Row> {
  let built: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    // Kysely hands parameters to the driver as they are, without a look at them.
    built ??= build(db, (name) => new Blank(name) as unknown as Values[typeof name]).compile();
    const parameters = built.parameters.map((one) => (one instanceof Blank ? values[one.name] : one));
    const { rows } = await db.executeQuery<Row>({ ...built, parameters });
    return rows;
  };
}
