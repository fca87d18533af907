import GRDB

/// The store's shape. A migration is never edited once released; a change is a new one.
enum Migrations {
  /// Written into `PRAGMA application_id`, so that a foreign file is recognised ("MCha").
  static let applicationID: Int32 = 0x4d43_6861

  static var all: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 sweeps, addresses, fetches, findings") { database in
      for statement in first { try database.execute(sql: statement) }
    }
    migrator.registerMigration("2 an address's place in the queue") { database in
      try database.execute(sql: "ALTER TABLE address ADD COLUMN priority INTEGER")
    }
    migrator.registerMigration("3 outages of our own network") { database in
      try database.execute(
        sql: """
          CREATE TABLE outage (
            sweep INTEGER NOT NULL REFERENCES sweep ON DELETE CASCADE, startedAt INTEGER NOT NULL,
            endedAt INTEGER NOT NULL, PRIMARY KEY (sweep, startedAt)) WITHOUT ROWID
          """)
    }
    return migrator
  }

  private static let first = [
    "PRAGMA application_id = \(applicationID)",
    """
    CREATE TABLE sweep (
      id INTEGER PRIMARY KEY AUTOINCREMENT, target TEXT NOT NULL, configuration TEXT NOT NULL,
      asOf TEXT NOT NULL, startedAt INTEGER NOT NULL, finishedAt INTEGER, state TEXT NOT NULL)
    """,
    "CREATE INDEX sweepByTarget ON sweep (target, id)",
    """
    CREATE TABLE address (
      sweep INTEGER NOT NULL REFERENCES sweep ON DELETE CASCADE, key TEXT NOT NULL,
      url TEXT NOT NULL, kind TEXT NOT NULL, depth INTEGER NOT NULL, referrer TEXT,
      state TEXT NOT NULL, reason TEXT, linkCheck TEXT,
      PRIMARY KEY (sweep, key)) WITHOUT ROWID
    """,
    """
    CREATE TABLE fetch (
      sweep INTEGER NOT NULL REFERENCES sweep ON DELETE CASCADE, key TEXT NOT NULL,
      url TEXT NOT NULL, method TEXT NOT NULL, startedAt INTEGER NOT NULL,
      duration INTEGER NOT NULL, status INTEGER NOT NULL, cause TEXT, location TEXT,
      contentType TEXT NOT NULL, bodyLength INTEGER NOT NULL, isTruncated INTEGER NOT NULL,
      remoteAddress TEXT NOT NULL, certificateProblem TEXT, file TEXT, "offset" INTEGER,
      length INTEGER, record TEXT, digest TEXT,
      PRIMARY KEY (sweep, key, startedAt, method)) WITHOUT ROWID
    """,
    "CREATE TABLE host (name TEXT PRIMARY KEY, notBefore INTEGER NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE coverage (
      sweep INTEGER NOT NULL REFERENCES sweep ON DELETE CASCADE, unit TEXT NOT NULL,
      content TEXT NOT NULL, PRIMARY KEY (sweep, unit)) WITHOUT ROWID
    """,
    """
    CREATE TABLE finding (
      sweep INTEGER NOT NULL REFERENCES sweep ON DELETE CASCADE, unit TEXT NOT NULL,
      id TEXT NOT NULL, probe TEXT NOT NULL, code TEXT NOT NULL, outcome TEXT NOT NULL,
      content TEXT NOT NULL, PRIMARY KEY (sweep, unit, id)) WITHOUT ROWID
    """,
    """
    CREATE TABLE life (
      unit TEXT NOT NULL, id TEXT NOT NULL, firstFoundAt INTEGER NOT NULL,
      status TEXT NOT NULL, remark TEXT, changedBy TEXT, changedAt INTEGER,
      PRIMARY KEY (unit, id)) WITHOUT ROWID
    """,
    """
    CREATE TABLE scorecard (
      sweep INTEGER NOT NULL REFERENCES sweep ON DELETE CASCADE, unit TEXT NOT NULL,
      scheme TEXT NOT NULL, content TEXT NOT NULL,
      PRIMARY KEY (sweep, unit, scheme)) WITHOUT ROWID
    """,
  ]
}
