package dev.rehearsal.bank;

import org.springframework.context.annotation.Import;

/**
 * What an import needs of Spring besides a database, for programs that serve no pages.
 */
@Import({ Bank.class, BankTables.class, Images.class, PackImport.class, PackOwners.class })
public final class ImportContext {

}
