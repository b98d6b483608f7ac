package org.rote.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rote.engine.manifest.Description;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.engine.plugins.Offer;
import org.rote.engine.plugins.Plugins;
import org.rote.spi.InvalidInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rote describe}. */
@Command(name = "describe", description = "Describe a type: its keys with units and defaults, and an example.")
final class DescribeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "TYPE", description = "A name that \"rote plugins\" lists, such as straight-ray.")
    private String type = "";

    DescribeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Plugins plugins = Installation.usable(terminal);
        List<Offer<?>> found = new ArrayList<>();
        for (ExtensionPoint<?> point : ExtensionPoint.ALL) {
            Optional<? extends Offer<?>> offer = plugins.find(point, type);
            offer.ifPresent(found::add);
        }
        if (found.isEmpty()) {
            throw new InvalidInputException(
                    "", "no plugin offers \"" + type + "\"", "choose one of: " + names(plugins));
        }
        terminal.out().print(found.stream().map(Description::of).collect(Collectors.joining("\n")));
        terminal.out().flush();
        return 0;
    }

    private static String names(Plugins plugins) {
        return ExtensionPoint.ALL.stream()
                .flatMap(point -> plugins.offers(point).stream())
                .map(Offer::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
