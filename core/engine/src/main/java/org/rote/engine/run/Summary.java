package org.rote.engine.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rote.spi.Finding;
import org.rote.spi.Report;
import org.rote.spi.Verdict;

/**
 * The numbers of a run for programs: {@code summary.json}.
 *
 * <pre>
 * {"title": …, "cases": [{"name": …, "operator": …, …, "sampler": …, "draws": …, "seconds": …,
 *   "verdicts": [{"word": "memorized", "paragraph": …, "figures": {"copy-probability": {"value": …}, …}}], only where a diagnostic gave one
 *   "findings": {"effective-modes.ess": {"value": 2.9, "unit": "1", "threshold": null, "severity": "info"}},
 *   "passed-over": {"collapse-curve": "has no truth"},
 *   "failure": only where the case failed}],
 *  "pools": [{"diagnostic": …, "name": …, "operator": …, …, "over": ["truth"], "cases": 200, "left-out": {"truth-003+exact": "the case failed: …"},
 *   "verdict": only where there is one, "findings": {"calibration.tarp": …}, "passed-over": only where it did not apply}]}
 * </pre>
 *
 * <p>A value is a number or nested arrays of numbers; what is not finite is a string, {@code "NaN"}, {@code "Infinity"} or {@code "-Infinity"}.
 */
final class Summary {

    private Summary() {}

    static String of(String title, List<Report.CaseResult> cases, List<Report.PoolResult> pools) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("title", title);
        summary.put("cases", cases.stream().map(Summary::ofCase).toList());
        summary.put("pools", pools.stream().map(Summary::ofPool).toList());
        return Json.write(summary);
    }

    private static Map<String, Object> ofPool(Report.PoolResult pool) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("diagnostic", pool.diagnostic());
        json.put("name", pool.name());
        json.putAll(pool.parts());
        json.put("over", pool.over());
        json.put("cases", pool.cases().size());
        json.put("left-out", pool.leftOut());
        pool.conclusion().verdict().ifPresent(verdict -> json.put("verdict", ofVerdict(verdict)));
        Map<String, Object> findings = new LinkedHashMap<>();
        for (Finding finding : pool.conclusion().findings()) {
            findings.put(pool.diagnostic() + "." + finding.name(), ofFinding(finding));
        }
        json.put("findings", findings);
        if (!pool.passedOver().isEmpty()) {
            json.put("passed-over", pool.passedOver());
        }
        return json;
    }

    private static Map<String, Object> ofCase(Report.CaseResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", result.name());
        json.putAll(result.parts());
        json.put("draws", result.draws());
        json.put("seconds", result.seconds());
        if (!result.verdicts().isEmpty()) {
            json.put(
                    "verdicts",
                    result.verdicts().stream().map(Summary::ofVerdict).toList());
        }
        Map<String, Object> findings = new LinkedHashMap<>();
        Map<String, Object> passedOver = new LinkedHashMap<>();
        for (Report.Examined examined : result.examinations()) {
            for (Finding finding : examined.conclusion().findings()) {
                findings.put(examined.diagnostic() + "." + finding.name(), ofFinding(finding));
            }
            if (!examined.passedOver().isEmpty()) {
                passedOver.put(examined.diagnostic(), examined.passedOver());
            }
        }
        json.put("findings", findings);
        json.put("passed-over", passedOver);
        if (!result.failure().isEmpty()) {
            json.put("failure", result.failure());
        }
        return json;
    }

    private static Map<String, Object> ofVerdict(Verdict verdict) {
        Map<String, Object> figures = new LinkedHashMap<>();
        verdict.figures().forEach(finding -> figures.put(finding.name(), ofFinding(finding)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("word", verdict.word().text());
        json.put("paragraph", verdict.paragraph());
        json.put("figures", figures);
        return json;
    }

    private static Map<String, Object> ofFinding(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", finding.value());
        json.put("unit", finding.unit());
        json.put(
                "threshold",
                finding.threshold().isPresent()
                        ? Optional.of(finding.threshold().getAsDouble())
                        : Optional.empty());
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        return json;
    }
}
