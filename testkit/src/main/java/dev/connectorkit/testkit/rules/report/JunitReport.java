package dev.connectorkit.testkit.rules.report;

import dev.connectorkit.testkit.rules.RuleReport;
import dev.connectorkit.testkit.rules.RuleStatus;
import dev.connectorkit.testkit.rules.ValidationReport;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the XML that build servers know from JUnit: a test suite with a test case for each rule. */
final class JunitReport {
    private JunitReport() {}

    static String write(ValidationReport report, String repeat) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(report, repeat, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML written to memory cannot fail", e);
        }
        return text.toString();
    }

    private static void suite(ValidationReport report, String repeat, XMLStreamWriter xml) throws XMLStreamException {
        var faults = report.rules().stream().filter(RuleReport::isFault).count();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "connectorkit " + report.target());
        xml.writeAttribute("tests", Integer.toString(report.rules().size()));
        xml.writeAttribute("failures", Long.toString(faults));
        var errors = report.count(RuleStatus.ERROR);
        xml.writeAttribute("errors", Integer.toString(errors));
        var passed = report.count(RuleStatus.PASSED);
        xml.writeAttribute("skipped", Long.toString(report.rules().size() - passed - faults - errors));
        xml.writeStartElement("properties");
        property(xml, "seed", Long.toString(report.seed()));
        property(xml, "repeat", repeat);
        xml.writeEndElement();
        for (var rule : report.rules()) {
            testCase(rule, xml);
        }
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", legal(value));
    }

    private static void testCase(RuleReport rule, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        var group = rule.rule().substring(0, rule.rule().indexOf('.'));
        xml.writeAttribute("classname", "connectorkit." + group);
        xml.writeAttribute("name", rule.rule());
        if (rule.isFault()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", legal(rule.message()));
            xml.writeCharacters(legal(rule.explanation()));
            xml.writeEndElement();
        } else if (rule.status() == RuleStatus.ERROR) {
            xml.writeEmptyElement("error");
            xml.writeAttribute("message", legal(rule.message()));
        } else if (rule.status() != RuleStatus.PASSED) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute(
                    "message",
                    legal(rule.status() == RuleStatus.FAILED ? "advice: " + rule.message() : rule.message()));
        }
        xml.writeEndElement();
    }

    /** Returns a text without the characters that XML 1.0 has no way to write. */
    private static String legal(String text) {
        return text.codePoints()
                .map(c -> isLegal(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int c) {
        var surrogate = c >= 0xD800 && c <= 0xDFFF;
        var printable = c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !surrogate;
        return printable || c == '\t' || c == '\n' || c == '\r';
    }
}
