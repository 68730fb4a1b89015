package health.admit.portal.kits;

import java.util.List;
import java.util.stream.Stream;

import health.admit.support.HostileNames;

/**
 * What people may have typed as a name, as notes or as the description of a secret.
 */
final class HostileTexts {

	/** Would be made by whatever runs a text instead of reading it. */
	static final String CANARY = "canary-was-here";

	private static final List<String> MORE = List.of("$(touch " + CANARY + ")", "`touch " + CANARY + "`",
			"'; touch " + CANARY + "; '", "\"; touch " + CANARY + "; \"", "x\ntouch " + CANARY + "\n#",
			"x\r\ntouch " + CANARY, "\"; New-Item " + CANARY + " #", "'; New-Item " + CANARY + "; '",
			"$(New-Item " + CANARY + ")", "\u2018; New-Item " + CANARY + " #", "\u2019; New-Item " + CANARY + " #",
			"'@\nNew-Item " + CANARY + "\n@'", "\"\"\"\nimport os; os.system('touch " + CANARY + "')\n\"\"\"",
			"'''+__import__('os').system('touch " + CANARY + "')+'''", "${file(\"/etc/passwd\")}", "$${x}", "$$${x}",
			"%%{x}", "%{ for x in y }z%{ endfor }", "\\${x}", "${resourceGroup().name}", "<<EOT\nx\nEOT", "<<name>>",
			"<<token>>", "{{clientSecret}}", "{{$dotenv CLIENT_SECRET}}",
			"{{require('fs').writeFileSync('" + CANARY + "','')}}", "x\n\nGET http://localhost:9/\n",
			"x\n### \n@clientId = evil", "x\n# @name evil", "// @name evil", "{0} {1}", "'{0}'", "# x", "- x",
			"| x | y |", "[x](javascript:alert(1))", "![x](http://localhost:9/x)", "<b>x</b>", "**x**", "```\nx\n```",
			"&amp;&lt;", "a\\nb", "\\u0022; x", "\\x41", "a\\", "*/ x", "-->", "</script>", "@x", "-x", "--x=y",
			"~+/=&%\"'$ x", "\u0007\u001b[31mred", "\u0085next", "C:\\Users\\x", "100% of it", "it's", " x ", "\tx\t");

	private HostileTexts() {
	}

	static List<String> all() {
		return Stream.concat(HostileNames.ALL.stream(), MORE.stream()).toList();
	}

	/** As a kit carries them. */
	static List<String> carried() {
		return all().stream().map(KitText::carried).toList();
	}

}
