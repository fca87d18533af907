extension SamplePortal {
  /// The registry that tells an auditor about the three units, for a portal on the port.
  public func registryYAML(port: Int) -> String {
    let text = """
      # 云溪市是虚构的城市，本登记表随示例门户生成。
      version: 1
      portals:
        - { id: yunxi-portal, name: 云溪市人民政府门户网站, home: "http://\(City.host)/" }
        - { id: yunxi-jtj-site, name: 云溪市交通运输局网站, home: "http://\(Transport.host)/" }
      units:
        - id: \(City.unit)
          name: 云溪市人民政府
          kind: government
          home: "http://\(City.host)/"
          platform: "http://\(City.host)/zwgk/"
          scopes: ["http://\(City.host)/"]
          ownSite: true
          schemes: [suizhou-2020-third-party-county]
        - id: \(Transport.unit)
          name: 云溪市交通运输局
          kind: department
          home: "http://\(Transport.host)/"
          platform: "http://\(Transport.host)/zwgk/"
          scopes: ["http://\(Transport.host)/"]
          ownSite: true
          schemes: [suizhou-2020-third-party-department]
        - id: \(CivilAffairs.unit)
          name: 云溪市民政局
          kind: department
          home: "http://\(City.host)/mzj/"
          platform: "http://\(City.host)/mzj/zwgk/"
          scopes: ["http://\(City.host)/mzj/"]
          ownSite: false
          withoutDuty:
            website-report: 无独立网站，不编制政府网站工作年度报表
            power-list: 权责清单由市委编办统一公开
          schemes: [suizhou-2020-third-party-department]
      schedule: { every: 24h }

      """
    return SampleHosts.adding(port: port, to: text)
  }

  /// What a resolver has to be told, as `host:port:address`, so that the names lead to the server.
  public func resolveOverrides(port: Int, address: String = "127.0.0.1") -> [(
    host: String, port: Int, address: String
  )] {
    hosts.map { (host: $0, port: port, address: address) }
  }
}
