package health.admit.portal.kits;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * {@code readme.md}: what was registered, which file does what, and what to do when
 * something is refused.
 */
final class Readme implements KitFormat {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final String REPLACE = "python3 -c \"import pathlib, sys; [file.write_bytes(file.read_bytes().replace("
			+ "sys.argv[1].encode(), sys.argv[2].encode())) for file in pathlib.Path('.').rglob('*') if file.is_file()]\" ";

	private static final String GITHUB = "curl -sS -H \"Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN\" "
			+ "\"$ACTIONS_ID_TOKEN_REQUEST_URL&audience=%s\" | jq -r .value > federated-token.txt";

	@Override
	public List<KitFile> files(Kit kit) {
		return List.of(new KitFile("readme.md", new Page(kit).content()));
	}

	/** The page of one kit. */
	private static final class Page {

		private final Kit kit;

		private final KitClient client;

		private final List<String> lines = new ArrayList<>();

		Page(Kit kit) {
			this.kit = kit;
			this.client = kit.client();
		}

		String content() {
			add("# " + MarkdownText.text(this.client.displayName()));
			add(text("readme.what"));
			ids();
			credential();
			this.client.services().forEach(this::service);
			unnamed();
			files();
			refusals();
			code();
			return String.join("\n\n", this.lines) + "\n";
		}

		private void ids() {
			UUID principal = this.client.servicePrincipalObjectId();
			List<String> rows = new ArrayList<>();
			rows.add(row(text("readme.appId"), this.client.appId().toString()));
			rows.add(row(text("readme.tenant"), this.client.cloud().tenant().toString()));
			rows.add(row(text("readme.objectId"), this.client.applicationObjectId().toString()));
			rows.add(row(text("readme.principalId"),
					(principal != null) ? principal.toString() : text("advice.noPrincipal")));
			rows.add(row(text("readme.tokenUrl"), this.client.cloud().tokenEndpoint().toString()));
			rows.add(row(text("readme.accounts"), this.client.signInAudience()));
			this.client.redirectUris().forEach((uri) -> rows.add(row(text("readme.redirectUri"), uri)));
			if (this.client.notes() != null) {
				rows.add("| " + text("readme.notes") + " | " + MarkdownText.text(this.client.notes()) + " |");
			}
			add("## " + text("readme.ids"));
			table(rows);
		}

		private void credential() {
			add("## " + text("readme.signIn"));
			add(text("readme.signIn." + this.client.signIn().name()));
			KitSecret secret = this.client.secret();
			if (secret != null) {
				add(text("readme.secret", MarkdownText.text(secret.description()), day(secret.end())));
			}
			KitCertificate certificate = this.client.certificate();
			if (certificate != null) {
				add(text("readme.certificate", certificate.thumbprint(), day(certificate.end())));
			}
			federations();
			if (this.client.signIn().withSecret()) {
				add(text((this.kit.secret() != null) ? "readme.secret.inside" : "readme.secret.placeholder",
						Kit.PLACEHOLDER));
				if (this.kit.secret() == null && this.client.signIn() == SignInKind.APP_WITH_SECRET) {
					add(text("readme.secret.dotenv"));
					add("```\npython3 -c \"import pathlib, urllib.parse; print('CLIENT_SECRET=' + urllib.parse.quote("
							+ "pathlib.Path('client-secret.txt').read_text().strip('\\\\r\\\\n'), safe=''))\" > .env\n```");
				}
			}
		}

		private void federations() {
			if (this.client.federations().isEmpty()) {
				return;
			}
			for (KitFederation federation : this.client.federations()) {
				List<String> rows = new ArrayList<>();
				rows.add("| " + text("readme.federation.name") + " | " + MarkdownText.text(federation.name()) + " |");
				rows.add(row(text("readme.federation.issuer"), federation.issuer()));
				rows.add(row(text("readme.federation.subject"), federation.subject()));
				rows.add(row(text("readme.federation.audience"), federation.audience()));
				table(rows);
			}
			add(text("readme.federation.file"));
			this.client.federations().stream().filter(KitFederation::isGitHub).findFirst().ifPresent((gitHub) -> {
				add(text("readme.federation.gitHub"));
				add("```\n" + GITHUB.formatted(URLEncoder.encode(gitHub.audience(), StandardCharsets.UTF_8)) + "\n```");
			});
		}

		/** One command for all files, so that none is forgotten. */
		private void unnamed() {
			if (!this.client.hasUnnamedService()) {
				return;
			}
			add("## " + text("readme.unnamed"));
			add(text("readme.unnamed.text"));
			this.client.services()
				.stream()
				.filter(KitService::isUnnamed)
				.map((service) -> "```\n" + REPLACE + service.address() + " ADDRESS\n```")
				.distinct()
				.forEach(this::add);
			add(text("readme.unnamed.audience"));
		}

		private void service(KitService service) {
			List<String> rows = new ArrayList<>();
			rows.add(row(text("readme.service.address"), service.base()));
			rows.add(row(text("readme.service.audience"), service.audience()));
			rows.add(row(text("readme.service.scope"), service.scope(this.client.signIn())));
			KitRole role = service.role();
			rows.add(row(text("readme.service.role"), (role != null) ? role.name() : text("readme.service.noRole")));
			if (role != null) {
				rows.add(row(text("readme.service.holder." + role.holder().name()), role.principalId().toString()));
			}
			if (service.resourceId() != null) {
				rows.add(row(text("readme.service.resourceId"), service.resourceId()));
			}
			add("## " + text("readme.service." + service.kind().name(), MarkdownText.text(service.name())));
			table(rows);
			add(advice().forbidden(service));
		}

		private void files() {
			add("## " + text("readme.files"));
			List<String> rows = new ArrayList<>();
			if (!this.client.services().isEmpty()) {
				rows.add(file("`probe.sh`, `probe.ps1`, `probe.py`", "readme.files.scripts"));
				rows.add(file("`*.http`, `.env`, `.httpyac.js`", "readme.files.http"));
				rows.add(file("`*.postman_environment.json`, `*.postman_collection.json`", "readme.files.postman"));
				if (this.client.signIn() != SignInKind.WEB_WITH_CERTIFICATE) {
					rows.add(file("`azure-identity/`", "readme.files.identity"));
				}
			}
			rows.add(file("`terraform/`", "readme.files.terraform"));
			rows.add(file("`bicep/`", "readme.files.bicep"));
			rows.add(file("`az/`", "readme.files.az"));
			rows.add(file("`.gitignore`", "readme.files.gitignore"));
			table(rows);
			if (this.client.services().isEmpty()) {
				add(text("readme.files.noService"));
			}
		}

		private void refusals() {
			add("## " + text("readme.refused"));
			add(advice().token());
			this.client.services()
				.stream()
				.map((service) -> advice().unauthorized(service))
				.distinct()
				.forEach(this::add);
			add(text("readme.refused.order"));
		}

		private void code() {
			add("## " + text("readme.code"));
			add(text("readme.code.text"));
			if (this.client.cloud().isSandbox()) {
				add(text("readme.code.sandbox"));
			}
		}

		private Advice advice() {
			return new Advice(this.kit, MarkdownText::value);
		}

		private String file(String name, String key) {
			return "| " + name + " | " + text(key) + " |";
		}

		private String row(String name, String value) {
			return "| " + name + " | " + MarkdownText.value(value) + " |";
		}

		private void table(List<String> rows) {
			add("| " + text("readme.column.what") + " | " + text("readme.column.value") + " |\n| --- | --- |\n"
					+ String.join("\n", rows));
		}

		private String day(@Nullable Instant end) {
			return (end != null) ? DAY.format(end) : text("readme.noEnd");
		}

		private String text(String key, Object... arguments) {
			return this.kit.texts().get(key, arguments);
		}

		private void add(String block) {
			this.lines.add(block);
		}

	}

}
