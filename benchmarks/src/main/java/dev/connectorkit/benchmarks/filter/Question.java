package dev.connectorkit.benchmarks.filter;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A filter in the words of each language. That they mean the same is tested. */
public enum Question {
    E1(
            "type == \"Employee\"",
            "['type'] == 'Employee'",
            "type == 'Employee'",
            "type == 'Employee'",
            "type == 'Employee'",
            "type == 'Employee'"),

    E2(
            "( type != \"Employee\" && location == \"Austin\" )",
            "['type'] != 'Employee' && ['location'] == 'Austin'",
            "type != 'Employee' && location == 'Austin'",
            "type != 'Employee' && location == 'Austin'",
            "type != 'Employee' && location == 'Austin'",
            "type != 'Employee' && location == 'Austin'"),

    E3(
            "(((age > 25 && name.notNull()) && email == \"alice@example.com\") || department.isEmpty())",
            "((['age'] > 25L && ['name'] != null && ['name'] != '') && ['email'] == 'alice@example.com')"
                    + " || ['department'] == null || ['department'] == ''",
            "((age > 25 && name != nil && name != '') && email == 'alice@example.com')"
                    + " || department == nil || department == ''",
            "((age > 25 && name != null && name != '') && email == 'alice@example.com')"
                    + " || department == null || department == ''",
            "((age > 25 && name != null && name != '') && email == 'alice@example.com')"
                    + " || department == null || department == ''",
            "((age > 25 && name != null && name != '') && email == 'alice@example.com')"
                    + " || department == null || department == ''"),

    E4(
            "email.endsWithIgnoreCase(\"@sailpoint.com\") && !(groups.containsAll(\"A\",\"B\"))"
                    + " || login.startsWith(\"svc_\")",
            "['email'].toLowerCase().endsWith('@sailpoint.com')"
                    + " && !(['groups'].contains('A') && ['groups'].contains('B')) || ['login'].startsWith('svc_')",
            "string.endsWith(lower(email), '@sailpoint.com')"
                    + " && !(include(groups, 'A') && include(groups, 'B')) || string.startsWith(login, 'svc_')",
            "email.toLowerCase().endsWith('@sailpoint.com')"
                    + " && !(groups.contains('A') && groups.contains('B')) || login.startsWith('svc_')",
            "email.toLowerCase().endsWith('@sailpoint.com')"
                    + " && !(groups.contains('A') && groups.contains('B')) || login.startsWith('svc_')",
            "email.lowerAscii().endsWith('@sailpoint.com')"
                    + " && !('A' in groups && 'B' in groups) || login.startsWith('svc_')"),

    E5(
            oneOfTwenty("costCenter == \"CC-%d\""),
            oneOfTwenty("['costCenter'] == 'CC-%d'"),
            oneOfTwenty("costCenter == 'CC-%d'"),
            oneOfTwenty("costCenter == 'CC-%d'"),
            oneOfTwenty("costCenter == 'CC-%d'"),
            oneOfTwenty("costCenter == 'CC-%d'"));

    final String connectorkit;
    final String spel;
    final String aviator;
    final String mvel;
    final String jexl;
    final String cel;

    Question(String connectorkit, String spel, String aviator, String mvel, String jexl, String cel) {
        this.connectorkit = connectorkit;
        this.spel = spel;
        this.aviator = aviator;
        this.mvel = mvel;
        this.jexl = jexl;
        this.cel = cel;
    }

    private static String oneOfTwenty(String term) {
        return IntStream.range(0, 20).mapToObj(term::formatted).collect(Collectors.joining(" || "));
    }
}
