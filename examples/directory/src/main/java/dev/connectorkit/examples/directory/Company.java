package dev.connectorkit.examples.directory;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.command.Entitlement;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An invented company to try the connector on. It is the same on every run: each person follows from a number alone, so
 * a company of millions needs no memory.
 *
 * @param size the number of people
 */
record Company(int size) {
    private static final List<Name> FIRST_NAMES =
            names("Ada,Grace,Alan,Zoë,Łukasz,Søren,Björn,Amélie,José,Chloé,Jürgen,"
                    + "Şeyma,İpek,Nuño,Thị,Ingrid,Kwame,Aisha,Ravi,Priya,Kenji,Yuki,Omar,Leila,Tomás,Noor,Fatou,Siobhán,Pádraig,"
                    + "Maya,Ivan,Olga,Lin,Wei,Anne-Marie,Мария=Mariya,Дмитрий=Dmitriy,Ελένη=Eleni,李娜=Lina,王伟=Wangwei,"
                    + "محمد=Mohammed,שרה=Sarah,さくら=Sakura");
    private static final List<Name> LAST_NAMES =
            names("Lovelace,Hopper,Turing,Ångström,Wójcik,Kierkegaard,Núñez,O'Brien,"
                    + "van der Berg,Müller,Groß,Çelik,Yılmaz,Novák,Nguyễn,Okafor,Mensah,Diallo,Haddad,Patel,Iyer,Tanaka,Satō,"
                    + "Kowalska,Petrov,Popescu,Rossi,Fernández,da Silva,Lefèvre,Dubois,Jansen,Nielsen,Virtanen,Þórsdóttir,"
                    + "Smith-Jones,Brown,Ng,Li,de la Cruz,MacDonald,D'Angelo,Иванова=Ivanova,Παπαδόπουλος=Papadopoulos,"
                    + "山田=Yamada,김=Kim,حسن=Hassan");
    private static final List<Name> DEPARTMENTS = names("Engineering,Research,Design,Product,Sales,Marketing,Support,"
            + "Finance,Legal,People,Facilities,Security,Data,Operations");
    private static final List<Name> LOCATIONS =
            names("Austin,Berlin,Kraków,London,Montréal,München,São Paulo,Singapore,Tōkyō,Zürich");
    private static final List<Name> RIGHTS = Stream.of(("Archive,Badge,Billing,Build,Calendar,Chat,CRM,Database,Deploy,"
                            + "Expenses,Files,Git,Identity,Inventory,Ledger,Mail,Metrics,Payroll,Portal,Recruiting,"
                            + "Tickets,Travel,VPN,Wiki")
                    .split(","))
            .flatMap(system -> Stream.of("Users", "Editors", "Auditors", "Administrators")
                    .map(role -> Name.of(system + " " + role)))
            .toList();
    private static final List<String> TITLES =
            List.of("Analyst", "Consultant", "Coordinator", "Engineer", "Specialist");

    private static final long SEED = 20_261_121;
    private static final int TEAM = 9;

    /** Shares no factor with the number of full names, so that each comes once before any comes again. */
    private static final int STRIDE = 1_009;

    private static final int FULL_NAMES = FIRST_NAMES.size() * LAST_NAMES.size();

    /** A name as people write it, and in letters that ids may have. */
    private record Name(String text, String id) {
        static Name of(String textAndLatin) {
            var parts = textAndLatin.split("=", -1);
            var latin = Normalizer.normalize(parts[parts.length - 1], Normalizer.Form.NFD)
                    .toLowerCase(Locale.ROOT)
                    .replace("ł", "l")
                    .replace("ø", "o")
                    .replace("ß", "ss")
                    .replace("ı", "i")
                    .replace("þ", "th")
                    .replace(' ', '-');
            return new Name(parts[0], latin.replaceAll("[^a-z-]", ""));
        }
    }

    private static List<Name> names(String names) {
        return Stream.of(names.split(",")).map(Name::of).toList();
    }

    /** Returns the groups: one of each department, each location, and each right on a system. */
    Stream<Entitlement> groups() {
        return Stream.of(DEPARTMENTS, LOCATIONS, RIGHTS)
                .flatMap(List::stream)
                .map(name -> Entitlement.of("group", name.id())
                        .with("id", name.id())
                        .with("name", name.text())
                        .with(
                                "description",
                                RIGHTS.contains(name) ? "Access to a system" : "Everyone in " + name.text())
                        .with("owner", owner(name)));
    }

    private @Nullable String owner(Name group) {
        var owner = Math.floorMod(group.hashCode(), DEPARTMENTS.size());
        return owner > 0 && owner < size ? id(owner) : null;
    }

    /** Returns the people in no order. */
    Stream<Account> people() {
        return IntStream.range(0, size).mapToObj(Company::person);
    }

    private static Account person(int number) {
        var random = new SplittableRandom(SEED + number * 0x9E37_79B9L);
        var department = DEPARTMENTS.get(department(number));
        var location = chance(random, 95) ? pick(LOCATIONS, random) : null;
        var employee = number <= DEPARTMENTS.size() || chance(random, 85);
        var attributes = Attributes.builder()
                .set("id", id(number))
                .set(
                        "displayName",
                        firstName(number).text() + " " + lastName(number).text())
                .set("firstName", firstName(number).text())
                .set("lastName", lastName(number).text())
                .set("email", id(number) + (employee ? "@example.com" : "@contractor.example.net"))
                .set("type", employee ? "Employee" : "Contractor")
                .set("employeeNumber", employee ? 100_000 + number : null)
                .set("title", title(number, random))
                .set("department", department.text())
                .set("location", location == null ? null : location.text())
                .set("manager", number == 0 ? null : id(manager(number)))
                .set("phones", phones(random))
                .set("groups", groups(department, location, random));
        return Account.of(id(number))
                .withAttributes(attributes.build())
                .withDisabled(chance(random, 4))
                .withLocked(chance(random, 2));
    }

    private static String id(int number) {
        var id = firstName(number).id() + "." + lastName(number).id();
        return number < FULL_NAMES ? id : id + (number / FULL_NAMES + 1);
    }

    private static Name firstName(int number) {
        return FIRST_NAMES.get(fullName(number) % FIRST_NAMES.size());
    }

    private static Name lastName(int number) {
        return LAST_NAMES.get(fullName(number) / FIRST_NAMES.size());
    }

    private static int fullName(int number) {
        return (int) ((long) number * STRIDE % FULL_NAMES);
    }

    /** The first person leads the company and the next ones its departments; each of the others is in someone's team. */
    private static int manager(int number) {
        var heads = DEPARTMENTS.size();
        return number <= heads ? 0 : 1 + (number - heads - 1) / TEAM;
    }

    private static int department(int number) {
        return number > DEPARTMENTS.size() ? department(manager(number)) : Math.max(number - 1, 0);
    }

    private static String title(int number, SplittableRandom random) {
        if (number > DEPARTMENTS.size()) {
            return pick(TITLES, random);
        }
        return number == 0 ? "Chief Executive" : "Head of Department";
    }

    private static List<String> phones(SplittableRandom random) {
        return random.ints(random.nextInt(3), 1_000, 10_000)
                .mapToObj(extension -> "+1 555 010 " + extension)
                .distinct()
                .toList();
    }

    private static List<String> groups(Name department, @Nullable Name location, SplittableRandom random) {
        var groups = new TreeSet<String>();
        if (chance(random, 96)) {
            groups.add(department.id());
            if (location != null) {
                groups.add(location.id());
            }
            for (var rights = random.nextInt(5); rights > 0; rights--) {
                groups.add(pick(RIGHTS, random).id());
            }
        }
        return List.copyOf(groups);
    }

    private static boolean chance(SplittableRandom random, int percent) {
        return random.nextInt(100) < percent;
    }

    private static <T> T pick(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
