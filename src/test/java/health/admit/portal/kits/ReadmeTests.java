package health.admit.portal.kits;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeTests {

	private static final Parser MARKDOWN = Parser.builder().extensions(List.of(TablesExtension.create())).build();

	@Test
	void itNamesIdsRolesAndEnds() {
		assertThat(textOf(MARKDOWN.parse(TestKits.text(KitClients.of(SignInKind.APP_WITH_SECRET), "readme.md"))))
			.contains(KitClients.APP.toString(), KitClients.TENANT.toString(), KitClients.APPLICATION.toString(),
					KitClients.PRINCIPAL.toString(), "FHIR Data Reader", "DICOM Data Reader", "Rotation May",
					"2027-05-22 10:00 UTC", "401 means", "403 means", Kit.PLACEHOLDER);
	}

	@Test
	void aCertificateIsNamedByItsThumbprint() {
		assertThat(TestKits.text(KitClients.of(SignInKind.APP_WITH_CERTIFICATE), "readme.md"))
			.contains("AB".repeat(32), "2027-11-22 10:00 UTC")
			.doesNotContain(Kit.PLACEHOLDER);
	}

	@Test
	void whoeverSignsInNeedsTheRole() {
		assertThat(TestKits.text(KitClients.of(SignInKind.SINGLE_PAGE), "readme.md"))
			.contains("The person who signed in, or a group of theirs, needs the role")
			.contains("`" + KitClients.PERSON + "`");
	}

	@Test
	void trustInAnotherProviderIsNamedToTheLetter() {
		assertThat(TestKits.text(KitClients.of(SignInKind.APP_WITH_FEDERATION), "readme.md"))
			.contains("`https://cluster.contoso.example`", "`system:serviceaccount:imaging:reader`",
					"`api://AzureADTokenExchange`", "AZURE_FEDERATED_TOKEN_FILE names")
			.doesNotContain(Kit.PLACEHOLDER, "GitHub");
	}

	@Test
	void gitHubActionsGetTheCommandThatFetchesTheToken() {
		KitClient client = KitClients.trusting(KitClients.of(SignInKind.APP_WITH_FEDERATION),
				new KitFederation("main", "https://token.actions.githubusercontent.com",
						"repo:contoso/viewer:ref:refs/heads/main", "api://AzureADTokenExchange", null));
		assertThat(TestKits.text(client, "readme.md")).contains("\"id-token: write\"",
				"$ACTIONS_ID_TOKEN_REQUEST_URL&audience=api%3A%2F%2FAzureADTokenExchange\"");
	}

	@Test
	void aServiceWithoutAnAddressIsSaidToLackIt() {
		KitClient client = KitClients.unnamed(KitClients.of(SignInKind.SINGLE_PAGE));
		assertThat(TestKits.text(client, "readme.md")).contains("Put in the address of the service",
				" https://put-the-address-of-the-fhir-service-here.invalid ADDRESS");
		assertThat(TestKits.text(client, ".env"))
			.contains("FHIR_URL=https://put-the-address-of-the-fhir-service-here.invalid\n");
		assertThat(TestKits.text(KitClients.of(SignInKind.SINGLE_PAGE), "readme.md")).doesNotContain(".invalid");
	}

	@Test
	void aClientOfNoServiceIsSaidToHaveNone() {
		assertThat(TestKits.text(KitClients.with(KitClients.of(SignInKind.SINGLE_PAGE), List.of()), "readme.md"))
			.contains("there are no files that read from one")
			.doesNotContain("probe.sh`");
	}

	@Test
	void everyTextIsShownAsItIsAndNothingElse() {
		for (String text : HostileTexts.carried()) {
			Node page = MARKDOWN
				.parse(TestKits.text(KitClients.called(KitClients.of(SignInKind.APP_WITH_SECRET), text), "readme.md"));
			assertThat(textOf(first(page))).isEqualTo(text);
			assertThat(cells(page)).contains(text);
			assertThat(foreign(page)).isEmpty();
		}
	}

	private static Node first(Node page) {
		assertThat(page.getFirstChild()).isInstanceOf(Heading.class);
		return page.getFirstChild();
	}

	private static List<String> cells(Node page) {
		List<String> cells = new ArrayList<>();
		page.accept(new AbstractVisitor() {
			@Override
			public void visit(CustomNode node) {
				if (node instanceof TableCell) {
					cells.add(textOf(node));
				}
				visitChildren(node);
			}
		});
		return cells;
	}

	/** What a text could make of a page. */
	private static List<Node> foreign(Node page) {
		List<Node> foreign = new ArrayList<>();
		page.accept(new AbstractVisitor() {
			@Override
			public void visit(HtmlInline node) {
				foreign.add(node);
			}

			@Override
			public void visit(HtmlBlock node) {
				foreign.add(node);
			}

			@Override
			public void visit(Link node) {
				foreign.add(node);
			}

			@Override
			public void visit(Image node) {
				foreign.add(node);
			}
		});
		return foreign;
	}

	private static String textOf(Node node) {
		StringBuilder text = new StringBuilder();
		node.accept(new AbstractVisitor() {
			@Override
			public void visit(Text node) {
				text.append(node.getLiteral());
			}

			@Override
			public void visit(Code node) {
				text.append(node.getLiteral());
			}

			@Override
			public void visit(SoftLineBreak node) {
				text.append('\n');
			}

			@Override
			public void visit(HardLineBreak node) {
				text.append('\n');
			}
		});
		return text.toString();
	}

}
