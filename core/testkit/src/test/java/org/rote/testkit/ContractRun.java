package org.rote.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs a contract on a subject and tells which of its tests failed, with their messages, and how many did not. */
record ContractRun(Map<String, String> failures, long succeeded, long skipped) {

    static ContractRun of(Class<?> contract) {
        Events events = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
        Map<String, String> failures = new TreeMap<>();
        events.failed().stream().forEach(event -> failures.put(method(event), message(event)));
        return new ContractRun(
                failures, events.succeeded().count(), events.aborted().count());
    }

    private static String method(Event event) {
        return event.getTestDescriptor().getLegacyReportingName().replaceAll("\\(.*", "");
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::toString)
                .orElse("");
    }
}
