extension LedgerError {
  /// One Chinese sentence: what happened, where, and what to do.
  public var wording: String {
    switch code {
    case .cannotOpen: "打不开台账 \(subject):\(detail)。请检查目录是否存在、是否可写,或用 --out 换一个目录。"
    case .notALedger: "\(subject) 不是明察的台账文件:\(detail)。请用 --out 换一个目录。"
    case .tooNew: "台账 \(subject) 由更新版本的明察写成(\(detail))。请升级后再打开。"
    case .diskFull: "磁盘已满或不能再写,台账 \(subject) 无法写入(\(detail))。已确认的结果都在;请腾出空间后用同样的命令继续。"
    case .busy: "台账 \(subject) 正被另一个明察进程使用。请等它结束,或用 --out 换一个目录。"
    case .corrupt: "台账 \(subject) 已损坏:\(detail)。请从备份恢复,证据文件(WARC)不受影响。"
    case .failed: "台账 \(subject) 操作失败:\(detail)"
    case .sweepUnknown: "台账中没有编号为 \(subject) 的巡检。"
    }
  }
}
