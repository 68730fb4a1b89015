/**
 * Changes of tables that SQL for all databases cannot say. Flyway finds them here, beside
 * the SQL files of the same path.
 */
@NullMarked
package db.migration.inventory;

import org.jspecify.annotations.NullMarked;
