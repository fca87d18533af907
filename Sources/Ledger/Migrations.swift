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
    migrator.registerMigration("4 shared texts once, addresses beside their keys") { database in
      for statement in compact { try database.execute(sql: statement) }
      try CompactMigration(database).move()
    }
    migrator.registerMigration("5 what a later sweep asks with") { database in
      for column in ["validator TEXT", "capturedAt INTEGER", "interval INTEGER"] {
        try database.execute(sql: "ALTER TABLE fetch ADD COLUMN \(column)")
      }
    }
    migrator.registerMigration("6 samples of home pages") { database in
      try database.execute(
        sql: """
          CREATE TABLE availability (
            home TEXT NOT NULL, at INTEGER NOT NULL, result TEXT NOT NULL, status INTEGER NOT NULL,
            duration INTEGER NOT NULL, cause TEXT, PRIMARY KEY (home, at)) WITHOUT ROWID
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

  /// A third of the bytes: texts that rows share are kept once in `word`, an address only as far as
  /// its key does not tell it, digests as bytes. Measured in the decision on what a crawl costs.
  private static let compact = [
    "ALTER TABLE address RENAME TO address2",
    "ALTER TABLE fetch RENAME TO fetch2",
    "CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
    """
    CREATE TABLE address (
      sweep INTEGER NOT NULL REFERENCES sweep ON DELETE CASCADE, key TEXT NOT NULL,
      form INTEGER NOT NULL, rest TEXT, kind INTEGER NOT NULL, depth INTEGER NOT NULL,
      referrer INTEGER, priority INTEGER, state INTEGER NOT NULL, reason INTEGER, linkCheck TEXT,
      PRIMARY KEY (sweep, key)) WITHOUT ROWID
    """,
    """
    CREATE TABLE fetch (
      sweep INTEGER NOT NULL REFERENCES sweep ON DELETE CASCADE, key TEXT NOT NULL,
      startedAt INTEGER NOT NULL, method INTEGER NOT NULL, form INTEGER NOT NULL, rest TEXT,
      duration INTEGER NOT NULL, status INTEGER NOT NULL, cause INTEGER, location TEXT,
      contentType INTEGER NOT NULL, bodyLength INTEGER NOT NULL, isTruncated INTEGER NOT NULL,
      remoteAddress INTEGER NOT NULL, certificateProblem INTEGER, file INTEGER, "offset" INTEGER,
      length INTEGER, record BLOB, digest BLOB,
      PRIMARY KEY (sweep, key, startedAt, method)) WITHOUT ROWID
    """,
  ]
}
