package org.lemmalab.grading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of units as texts write them: words in singular and plural, in British and American spelling, and abbreviations. No
 * library has these; what the units are worth is asked of one, by {@link UnitScale}.
 */
final class UnitNames {
    /** Names that stay words where they stand outside {@code \text}; all others are letters there until a unit is looked for. */
    private static final Set<String> WORDS_OF_TWO_OR_THREE = Set.of(
            ("mm cm km ft yd mi mg gm kg oz lb lbs sec min hr hrs ml mL mph kmh kph yr yrs rad deg usd eur day sq kWh kW Hz"
                            + " kHz MHz GHz kPa MPa kJ mol gal rpm mpg psi dL cL GB MB KB kB TB Mbps kcal sqm nmi amp cup yen pct ohm USD EUR GBP INR JPY CNY AUD CAD")
                    .split(" "));

    private static final String PREFIXES =
            "pico -12 p, nano -9 n, micro -6 µ, milli -3 m, centi -2 c, deci -1 d, deca 1 da, hecto 2 h, kilo 3 k, mega 6 M,"
                    + " giga 9 G, tera 12 T";

    /** Base: abbreviations, which take the prefixes named; words, which take all of them. */
    private static final String WITH_PREFIXES = """
            metre: m | k h d c m µ n p | meter meters metre metres
            gram: g | k h d c m µ n | gram grams gramme grammes
            second: s | m µ n p k | second seconds
            ampere: A | m µ n k | ampere amperes amp amps
            kelvin: K | m k | kelvin kelvins
            mole: mol | m µ k | mole moles
            candela: cd | | candela candelas
            newton: N | k M m | newton newtons
            joule: J | k M G m | joule joules
            watt: W | k M G T m | watt watts
            volt: V | k M m µ | volt volts
            ohm: Ω | k M m | ohm ohms
            pascal: Pa | k M G h | pascal pascals
            hertz: Hz | k M G T m | hertz
            coulomb: C | m µ n | coulomb coulombs
            farad: F | m µ n p | farad farads
            henry: H | m µ | henry henries henrys
            tesla: T | m µ | tesla teslas
            weber: Wb | m | weber webers
            lumen: lm | | lumen lumens
            lux: lx | | lux
            becquerel: Bq | k M G | becquerel becquerels
            litre: L | m c d h k µ | liter liters litre litres
            litre: l | m c d h k µ |
            tonne: t | k M | tonne tonnes
            bar: bar | m k | bar bars
            calorie: cal | k | calorie calories
            electronvolt: eV | k M G | electronvolt electronvolts
            watthour: Wh | k M G m |
            bit: bit | k M G T | bit bits
            byte: B | k M G T | byte bytes
            """;

    /** Base, power of ten: all names. */
    private static final String OTHERS = """
            second 0: sec secs
            gram 0: gm gms
            gram 3: kilo kilos kgs kilogrammes
            metre -6: micron microns
            byte 3: KB Kb
            minute 0: min mins minute minutes
            hour 0: h hr hrs hour hours
            day 0: d day days
            week 0: wk wks week weeks
            fortnight 0: fortnight fortnights
            month 0: mo mos month months
            year 0: yr yrs year years
            year 1: decade decades
            year 2: century centuries
            year 3: millennium millennia millenniums
            inch 0: in inch inches
            foot 0: ft foot feet
            yard 0: yd yds yard yards
            mile 0: mi mile miles
            nauticalmile 0: nmi
            lightyear 0: ly lightyear lightyears light-year light-years
            ounce 0: oz ounce ounces
            pound 0: lb lbs pound pounds
            stone 0: stone stones
            ton 0: ton tons
            teaspoon 0: tsp tsps teaspoon teaspoons
            tablespoon 0: tbsp tbsps tablespoon tablespoons
            fluidounce 0: floz
            cup 0: cup cups
            pint 0: pt pts pint pints
            quart 0: qt qts quart quarts
            gallon 0: gal gals gallon gallons
            acre 0: acre acres
            hectare 0: ha hectare hectares
            knot 0: kn knot knots
            horsepower 0: hp horsepower
            psi 0: psi
            atmosphere 0: atm atmosphere atmospheres
            celsius 0: °C ℃ celsius centigrade degC
            fahrenheit 0: °F ℉ fahrenheit degF
            degree 0: ° degree degrees deg degs
            arcminute 0: arcmin arcminute arcminutes
            arcsecond 0: arcsec arcsecond arcseconds
            radian 0: rad rads radian radians
            turn 0: rev revs revolution revolutions turn turns
            gradian 0: gradian gradians gon gons
            dollar 0: $ dollar dollars buck bucks
            cent 0: ¢ cent cents penny pennies
            USD 0: usd USD US$
            AUD 0: aud AUD A$ AU$
            CAD 0: cad CAD C$ CA$
            NZD 0: nzd NZD NZ$
            HKD 0: hkd HKD HK$
            SGD 0: sgd SGD S$
            EUR 0: € euro euros eur EUR
            GBP 0: £ gbp GBP quid
            pence 0: pence
            INR 0: ₹ rupee rupees inr INR Rs rs
            JPY 0: ¥ jpy JPY yen
            CNY 0: cny CNY RMB rmb yuan
            CHF 0: chf CHF franc francs
            KRW 0: ₩ krw KRW won
            MXN 0: mxn MXN peso pesos
            RUB 0: ₽ rub RUB ruble rubles rouble roubles
            """;

    /** Two letters in the wrong case that can be no other unit. */
    private static final Set<String> CAPITALS =
            Set.of("KG", "Kg", "KM", "Km", "CM", "Cm", "ML", "Ml", "LB", "Lb", "FT", "Ft");

    private static final Map<Integer, String> PREFIX_WORDS = new HashMap<>();
    private static final Map<String, Integer> PREFIX_TENS = new HashMap<>();
    private static final Map<String, Unit> EXACT = new HashMap<>(1_000);

    static {
        Map<String, String> signs = new HashMap<>();
        for (String prefix : PREFIXES.split(", ")) {
            String[] parts = prefix.split(" ");
            PREFIX_WORDS.put(Integer.parseInt(parts[1]), parts[0]);
            PREFIX_TENS.put(parts[0], Integer.parseInt(parts[1]));
            signs.put(parts[2], parts[0]);
        }
        WITH_PREFIXES.lines().forEach(line -> withPrefixes(line, signs));
        OTHERS.lines().forEach(UnitNames::other);
        compounds();
    }

    private UnitNames() {}

    private static void withPrefixes(String line, Map<String, String> signs) {
        String base = line.substring(0, line.indexOf(':'));
        String[] parts = line.substring(base.length() + 1).split("\\|", -1);
        String symbol = parts[0].strip();
        EXACT.put(symbol, Unit.of(base));
        for (String sign : parts[1].strip().split(" ")) {
            if (!sign.isEmpty()) {
                Unit unit = Unit.of(base, PREFIX_TENS.get(signs.get(sign)));
                EXACT.put(sign + symbol, unit);
                if (sign.equals("µ")) {
                    EXACT.put("u" + symbol, unit);
                    EXACT.put("μ" + symbol, unit);
                }
            }
        }
        for (String word : parts[2].strip().split(" ")) {
            if (!word.isEmpty()) {
                EXACT.put(word, Unit.of(base));
                PREFIX_TENS.forEach((prefix, tens) -> EXACT.put(prefix + word, Unit.of(base, tens)));
            }
        }
    }

    private static void other(String line) {
        String[] head = line.substring(0, line.indexOf(':')).split(" ");
        Unit unit = Unit.of(head[0], Integer.parseInt(head[1]));
        for (String name : line.substring(line.indexOf(':') + 2).split(" ")) {
            EXACT.put(name, unit);
        }
    }

    private static void compounds() {
        Unit hour = Unit.of("hour");
        put(Unit.of("mile").per(hour), "mph");
        put(Unit.of("metre", 3).per(hour), "kph", "kmh", "kmph");
        put(Unit.of("metre").per(Unit.of("second")), "mps");
        put(Unit.of("foot").per(Unit.of("second")), "fps");
        put(Unit.of("mile").per(Unit.of("gallon")), "mpg");
        put(Unit.of("turn").per(Unit.of("minute")), "rpm");
        put(Unit.of("ampere").times(hour), "Ah");
        put(Unit.of("ampere", -3).times(hour), "mAh");
        put(Unit.of("bit", 6).per(Unit.of("second")), "Mbps");
        put(Unit.of("bit", 3).per(Unit.of("second")), "kbps");
        put(Unit.of("bit", 9).per(Unit.of("second")), "Gbps");
        put(Unit.of("metre", -2).power(3), "cc");
        put(Unit.of("metre").power(2), "sqm");
        put(Unit.of("foot").power(2), "sqft");
        put(Unit.of("ohm"), "Omega", "Ω");
        put(Unit.of("ohm", 3), "kOmega", "kΩ");
        put(Unit.of("ohm", 6), "MOmega", "MΩ");
    }

    private static void put(Unit unit, String... names) {
        for (String name : names) {
            EXACT.put(name, unit);
        }
    }

    /** By its name as it stands; names of three letters and more in any case. */
    static Optional<Unit> find(String name) {
        Unit unit = EXACT.get(name);
        if (unit == null && name.length() > 1) {
            Unit lower = EXACT.get(name.toLowerCase(Locale.ROOT));
            unit = name.length() > 2 || CAPITALS.contains(name) ? lower : null;
        }
        return Optional.ofNullable(unit);
    }

    /** A currency by its sign or code, as it stands before an amount. */
    static Optional<Unit> currency(String sign) {
        Unit unit = EXACT.get(sign);
        boolean money = unit != null
                && (unit.is("dollar")
                        || Character.isUpperCase(unit.parts().get(0).base().charAt(0)));
        return money ? Optional.of(unit) : Optional.empty();
    }

    /** Whether a run of letters outside a text command is this unit's name rather than a product of letters. */
    static boolean isWord(String run) {
        return WORDS_OF_TWO_OR_THREE.contains(run) || run.length() > 3 && EXACT.containsKey(run);
    }

    /** Whether a run of two letters is a word because of the next: "fl oz", "US dollars", "cu. cm". */
    static boolean isFirstOfTwo(String run, String text, int end) {
        boolean cubic = run.equals("cu") && (text.startsWith(". ", end) || text.startsWith(" ", end));
        return cubic
                || run.equals("fl") && text.startsWith(" o", end)
                || run.equals("US") && text.startsWith(" dollar", end);
    }

    static String prefix(int tens) {
        return PREFIX_WORDS.getOrDefault(tens, "10^" + tens + " ");
    }

    /** The power of ten of a prefix in words. */
    static Optional<Integer> tens(String prefix) {
        return Optional.ofNullable(PREFIX_TENS.get(prefix));
    }
}
