// Written by scripts/measure-probes; not by hand.

extension ProbeMeasurement {
  static let measured: [String: ProbeMeasurement] = [
    "columns.required": ProbeMeasurement(
      portals: 224, planted: 80, found: 80, wrong: 0,
      onRealPages: RealPages(
        reported: 5, read: 4, wrong: 1)),
    "columns.topics": ProbeMeasurement(
      portals: 48, planted: 80, found: 80, wrong: 0,
      onRealPages: RealPages(
        reported: 5, read: 4, wrong: 0)),
    "columns.blank": ProbeMeasurement(
      portals: 48, planted: 80, found: 80, wrong: 0,
      onRealPages: RealPages(
        reported: 8, read: 8, wrong: 0)),
    "site.search": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "columns.local-topics": ProbeMeasurement(
      portals: 32, planted: 32, found: 32, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "columns.checklist": ProbeMeasurement(
      portals: 48, planted: 48, found: 48, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "columns.naming": ProbeMeasurement(
      portals: 32, planted: 32, found: 32, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "guide.elements": ProbeMeasurement(
      portals: 80, planted: 128, found: 128, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "guide.application": ProbeMeasurement(
      portals: 64, planted: 128, found: 128, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "guide.outdated": ProbeMeasurement(
      portals: 48, planted: 112, found: 112, wrong: 0,
      onRealPages: RealPages(
        reported: 2, read: 2, wrong: 0)),
    "guide.contact": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "annual-report.present": ProbeMeasurement(
      portals: 112, planted: 64, found: 64, wrong: 0,
      onRealPages: RealPages(
        reported: 1, read: 0, wrong: 0)),
    "annual-report.on-time": ProbeMeasurement(
      portals: 64, planted: 96, found: 96, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "annual-report.sections": ProbeMeasurement(
      portals: 32, planted: 48, found: 48, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "annual-report.tables": ProbeMeasurement(
      portals: 32, planted: 32, found: 32, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "annual-report.arithmetic": ProbeMeasurement(
      portals: 48, planted: 80, found: 80, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "annual-report.carry-over": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "annual-report.text-numbers": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "annual-report.collected": ProbeMeasurement(
      portals: 48, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "annual-report.corrections": ProbeMeasurement(
      portals: 32, planted: 32, found: 32, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "website-report.present": ProbeMeasurement(
      portals: 48, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "website-report.on-time": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "policy.metadata": ProbeMeasurement(
      portals: 48, planted: 48, found: 48, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "policy.disclosure-label": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "policy.validity": ProbeMeasurement(
      portals: 32, planted: 64, found: 64, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "policy.repealed": ProbeMeasurement(
      portals: 32, planted: 48, found: 48, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "policy.publication-delay": ProbeMeasurement(
      portals: 32, planted: 144, found: 144, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "interpretation.policy-to-interpretation": ProbeMeasurement(
      portals: 80, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "interpretation.interpretation-to-policy": ProbeMeasurement(
      portals: 64, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "interpretation.missing": ProbeMeasurement(
      portals: 32, planted: 32, found: 32, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "interpretation.delay": ProbeMeasurement(
      portals: 32, planted: 48, found: 48, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "interpretation.form": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "interpretation.repeats-text": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "freshness.home": ProbeMeasurement(
      portals: 64, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "freshness.column": ProbeMeasurement(
      portals: 64, planted: 80, found: 80, wrong: 0,
      onRealPages: RealPages(
        reported: 12, read: 12, wrong: 0)),
    "freshness.batch": ProbeMeasurement(
      portals: 64, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "freshness.redated": ProbeMeasurement(
      portals: 48, planted: 48, found: 48, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "links.dead-page": ProbeMeasurement(
      portals: 48, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "links.dead-attachment": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "links.attachment-type": ProbeMeasurement(
      portals: 32, planted: 160, found: 160, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "links.dead-image": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "links.dead-external": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "links.wrong": ProbeMeasurement(
      portals: 48, planted: 96, found: 96, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "links.hidden": ProbeMeasurement(
      portals: 32, planted: 80, found: 80, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "links.leaving-prompt": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "links.mixed-content": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "page.meta-tags": ProbeMeasurement(
      portals: 48, planted: 192, found: 192, wrong: 0,
      onRealPages: RealPages(
        reported: 18, read: 18, wrong: 0)),
    "article.source": ProbeMeasurement(
      portals: 32, planted: 48, found: 48, wrong: 0,
      onRealPages: RealPages(
        reported: 1, read: 1, wrong: 0)),
    "site.footer": ProbeMeasurement(
      portals: 48, planted: 96, found: 96, wrong: 0,
      onRealPages: RealPages(
        reported: 3, read: 3, wrong: 0)),
    "site.domain": ProbeMeasurement(
      portals: 48, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "site.transport": ProbeMeasurement(
      portals: 32, planted: 0, found: 0, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "interaction.forms": ProbeMeasurement(
      portals: 48, planted: 48, found: 48, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "page.accessibility": ProbeMeasurement(
      portals: 32, planted: 0, found: 0, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "site.availability": ProbeMeasurement(
      portals: 112, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "privacy.identity-number": ProbeMeasurement(
      portals: 32, planted: 48, found: 48, wrong: 0,
      onRealPages: RealPages(
        reported: 1, read: 1, wrong: 0)),
    "privacy.bank-card": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "privacy.phone": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "content.lexicon": ProbeMeasurement(
      portals: 32, planted: 48, found: 48, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "columns.named": ProbeMeasurement(
      portals: 32, planted: 48, found: 48, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "documents.named": ProbeMeasurement(
      portals: 96, planted: 112, found: 112, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "service.guide-elements": ProbeMeasurement(
      portals: 48, planted: 64, found: 64, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "interaction.letters": ProbeMeasurement(
      portals: 32, planted: 64, found: 64, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "decisions.consultation": ProbeMeasurement(
      portals: 32, planted: 48, found: 48, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
    "publicity.delay": ProbeMeasurement(
      portals: 32, planted: 16, found: 16, wrong: 0,
      onRealPages: RealPages(
        reported: 0, read: 0, wrong: 0)),
  ]
}
