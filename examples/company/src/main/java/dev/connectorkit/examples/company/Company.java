package dev.connectorkit.examples.company;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An invented company to try connectors on. It is the same on every run: each person follows from a number alone, so
 * a company of millions needs no memory.
 *
 * @param size the number of people
 */
public record Company(int size) {
    private static final Properties WORDS = words();
    private static final List<Name> FIRST_NAMES = names("firstNames");
    private static final List<Name> LAST_NAMES = names("lastNames");
    private static final List<Name> DEPARTMENTS = names("departments");
    private static final List<Name> LOCATIONS = names("locations");
    private static final List<Name> RIGHTS = names("systems").stream()
            .flatMap(system -> names("roles").stream().map(role -> Name.of(system.text() + " " + role.text())))
            .toList();
    private static final List<Name> TITLES = names("titles");

    private static final long SEED = 20_261_121;
    private static final int TEAM = 9;

    /** Shares no factor with the number of full names, so that each comes once before any comes again. */
    private static final int STRIDE = 1_009;

    private static final int FULL_NAMES = FIRST_NAMES.size() * LAST_NAMES.size();

    /** A name as people write it, and in letters that ids may have. */
    private record Name(String text, String id) {
        static Name of(String textAndSpelling) {
            var parts = textAndSpelling.split("=", -1);
            var letters = Normalizer.normalize(parts[parts.length - 1], Normalizer.Form.NFD)
                    .toLowerCase(Locale.ROOT)
                    .replace(' ', '-');
            return new Name(parts[0], letters.replaceAll("[^a-z-]", ""));
        }
    }

    private static Properties words() {
        var words = new Properties();
        try (var text = requireNonNull(Company.class.getResourceAsStream("company.properties"))) {
            words.load(new InputStreamReader(text, UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Name> names(String kind) {
        return Stream.of(WORDS.getProperty(kind).split(",")).map(Name::of).toList();
    }

    /** Returns the groups: one of each department, each location, and each right on a system. */
    public Stream<Group> groups() {
        return Stream.of(DEPARTMENTS, LOCATIONS, RIGHTS).flatMap(List::stream).map(this::group);
    }

    private Group group(Name name) {
        var description = RIGHTS.contains(name) ? "Access to a system" : "Everyone in " + name.text();
        return new Group(name.id(), name.text(), description, owner(name));
    }

    private @Nullable String owner(Name group) {
        var owner = Math.floorMod(group.hashCode(), DEPARTMENTS.size());
        return owner > 0 && owner < size ? id(owner) : null;
    }

    /** Returns the people in no order. */
    public Stream<Person> people() {
        return IntStream.range(0, size).mapToObj(Company::person);
    }

    private static Person person(int number) {
        var random = new SplittableRandom(SEED + number * 0x9E37_79B9L);
        var department = DEPARTMENTS.get(department(number));
        var location = chance(random, 95) ? pick(LOCATIONS, random) : null;
        var employee = number <= DEPARTMENTS.size() || chance(random, 85);
        return new Person(
                id(number),
                firstName(number).text() + " " + lastName(number).text(),
                firstName(number).text(),
                lastName(number).text(),
                id(number) + (employee ? "@example.com" : "@contractor.example.net"),
                employee ? "Employee" : "Contractor",
                employee ? 100_000 + number : null,
                title(number, random),
                department.text(),
                location == null ? null : location.text(),
                number == 0 ? null : id(manager(number)),
                phones(random),
                groups(department, location, random),
                chance(random, 4),
                chance(random, 2));
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
            return pick(TITLES, random).text();
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
