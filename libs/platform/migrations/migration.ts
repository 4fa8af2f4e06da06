import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hand-written SQL both ways; TypeORM keeps the ledger and the order, and runs each in its own transaction. */
export function sqlMigration(name: string, up: string, down: string): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = name;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(up);
    }
    async down(runner: QueryRunner): Promise<void> {
      await runner.query(down);
    }
  };
}
