import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** A placeholder in a query for a value that is given on each run. */
class Blank {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Returns the placeholder for a value of a query. */
export type Blanks<Values> = <Name extends keyof Values & string>(name: Name) => Values[Name];

/** Runs a query with new values each time. */
export type RunQuery<Values, Row> = (db: Kysely<Schema>, values: Values) => Promise<Row[]>;

/**
 * Builds a query on its first run and reuses it: building takes longer than running what a worker asks most often, and creates
 * more garbage. All runs must be on the same engine.
 */
export function builtOnce<Values extends Readonly<Record<string, unknown>>, Row>(
  build: (db: Kysely<Schema>, blank: Blanks<Values>) => Compilable<Row>,
): RunQuery<Values, Row> {
  let built: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    // Kysely passes parameters to the driver unchecked.
    built ??= build(db, (name) => new Blank(name) as unknown as Values[typeof name]).compile();
    const parameters = built.parameters.map((one) => (one instanceof Blank ? values[one.name] : one));
    const { rows } = await db.executeQuery<Row>({ ...built, parameters });
    return rows;
  };
}
