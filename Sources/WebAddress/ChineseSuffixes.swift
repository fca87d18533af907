/// Second-level suffixes of `.cn` (CNNIC: categories, then the 34 provinces, regions and cities),
/// the Chinese top-level names with categories of their own, and the neighbours' government names.
let chineseSuffixes: Set<String> = {
  let categories = ["ac", "com", "edu", "gov", "net", "org", "mil"]
  let regions = [
    "ah", "bj", "cq", "fj", "gd", "gs", "gz", "gx", "ha", "hb", "he", "hi", "hk", "hl", "hn", "jl",
    "js", "jx", "ln", "mo", "nm", "nx", "qh", "sc", "sd", "sh", "sn", "sx", "tj", "tw", "xj", "xz",
    "yn", "zj",
  ]
  // 公司.cn, 网络.cn, 網絡.cn
  let chineseCategories = ["xn--55qx5d", "xn--io0a7i", "xn--od0alg"]
  let neighbours = [
    "com.hk", "edu.hk", "gov.hk", "idv.hk", "net.hk", "org.hk", "com.mo", "edu.mo", "gov.mo",
    "net.mo", "org.mo", "com.tw", "edu.tw", "gov.tw", "idv.tw", "net.tw", "org.tw",
  ]
  return Set((categories + regions + chineseCategories).map { "\($0).cn" } + neighbours)
}()
