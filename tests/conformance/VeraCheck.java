// The command line that veraPDF's jar lacks: checks each file against each profile named.
//   VeraCheck [--profiles 2a,ua1] [--max N] FILE...
// One PASS or FAIL line per file and profile; under a FAIL at most N places per broken rule.
// Exit 0: all compliant; 1: some not; 2: something could not be read or checked.
import java.io.File;
import java.util.*;
import java.util.logging.*;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.profiles.RuleId;

public class VeraCheck {
    private static final List<PDFAFlavour> profiles = new ArrayList<>();
    private static final List<String> files = new ArrayList<>();
    private static int max = 5;

    public static void main(String[] args) {
        readArguments(args);
        Logger.getLogger("org.verapdf").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        int passed = 0, failed = 0, broken = 0;
        for (String file : files) {
            try {
                boolean compliant = true;
                for (PDFAFlavour profile : profiles) compliant &= check(file, profile);
                if (compliant) passed++; else failed++;
            } catch (Exception e) {
                System.out.println("ERROR " + file + ": " + e);
                broken++;
            }
        }
        System.out.println(passed + " passed, " + (failed + broken) + " failed");
        System.exit(broken > 0 ? 2 : failed > 0 ? 1 : 0);
    }

    private static void readArguments(String[] args) {
        String wanted = "2a,ua1";
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--profiles")) wanted = args[++i];
            else if (args[i].equals("--max")) max = Integer.parseInt(args[++i]);
            else files.add(args[i]);
        }
        for (String name : wanted.split(",")) {
            PDFAFlavour profile = PDFAFlavour.byFlavourId(name);
            if (profile == PDFAFlavour.NO_FLAVOUR) stop("unknown profile " + name + "; known: " + new TreeSet<>(PDFAFlavour.getFlavourIds()));
            profiles.add(profile);
        }
        if (files.isEmpty()) stop("usage: VeraCheck [--profiles 2a,ua1] [--max N] FILE...");
    }

    private static void stop(String message) {
        System.err.println(message);
        System.exit(2);
    }

    /** A parser of its own for each profile: what a file claims can never take the place of the profile asked for. */
    private static boolean check(String file, PDFAFlavour profile) throws Exception {
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        try (PDFAParser parser = foundry.createParser(new File(file), profile);
             PDFAValidator validator = foundry.createValidator(profile, true)) {
            ValidationResult result = validator.validate(parser);
            if (result.getPDFAFlavour() != profile) throw new IllegalStateException("checked " + result.getPDFAFlavour() + " instead of " + profile);
            if (result.getTotalAssertions() == 0) throw new IllegalStateException("no assertion was run");
            System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + file + " [" + profile.getId() + "] "
                + validator.getProfile().getRules().size() + " rules, " + result.getTotalAssertions() + " assertions");
            report(result);
            return result.isCompliant();
        }
    }

    private static void report(ValidationResult result) {
        Map<RuleId, Integer> shown = new HashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            RuleId rule = assertion.getRuleId();
            if (assertion.getStatus() != TestAssertion.Status.FAILED || shown.merge(rule, 1, Integer::sum) > max) continue;
            String message = assertion.getErrorMessage() != null ? assertion.getErrorMessage() : assertion.getMessage();
            System.out.println("  " + rule.getSpecification().getId() + " " + rule.getClause() + "-" + rule.getTestNumber()
                + " (x" + result.getFailedChecks().get(rule) + "): " + message.replaceAll("\\s+", " ").trim()
                + "\n      at " + assertion.getLocation().getContext());
        }
    }
}
