package health.admit.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import org.htmlunit.BrowserVersion;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlFileInput;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;
import org.htmlunit.html.SubmittableElement;

import org.springframework.http.ContentDisposition;

/**
 * Somebody who visits the portal with a browser that has JavaScript and styles switched
 * off: whatever a visitor can do works without either.
 */
public final class Visitor implements AutoCloseable {

	private final WebClient browser = new WebClient(BrowserVersion.CHROME);

	private URI portal;

	private Page page;

	/**
	 * A visitor with an empty browser.
	 */
	public Visitor(URI portal) {
		this.portal = portal;
		this.browser.getOptions().setJavaScriptEnabled(false);
		this.browser.getOptions().setCssEnabled(false);
		this.browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
	}

	/**
	 * Signs in as one of the sandbox's people, by a part of their name.
	 */
	public Visitor signIn(String person) {
		open("/");
		click("//main//a[contains(@class,'btn')]");
		return pick(person);
	}

	/**
	 * Picks a person on the sandbox's sign-in page.
	 */
	public Visitor pick(String person) {
		return click("//button[contains(., " + quoted(person) + ")]");
	}

	/** Goes on at another address of the same portal, with the same cookies. */
	public Visitor moveTo(URI address) {
		this.portal = address;
		return this;
	}

	/** Opens an address of the portal. */
	public Visitor open(String path) {
		try {
			this.page = this.browser.getPage(this.portal.resolve(path).toString());
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Types into the field of this name. */
	public Visitor type(String name, String text) {
		DomElement field = html().getElementByName(name);
		if (field instanceof HtmlTextArea area) {
			area.setText(text);
		}
		else {
			((HtmlInput) field).setValue(text);
		}
		return this;
	}

	/** Chooses a radio button or ticks a checkbox. */
	public Visitor choose(String name, String value) {
		HtmlInput choice = html().getFirstByXPath(
				"//input[@name=" + quoted(name) + " and @value=" + quoted(value) + " and @type!='hidden']");
		if (choice == null) {
			throw new IllegalStateException("No choice " + name + "=" + value + " on this page:\n" + text());
		}
		choice.setChecked(true);
		return this;
	}

	/** Puts a file into a file field. */
	public Visitor attach(String name, String fileName, byte[] content) {
		HtmlFileInput field = html().getElementByName(name);
		field.setValue(fileName);
		field.setData(content);
		field.setContentType("application/octet-stream");
		return this;
	}

	/** Presses the visible button or follows the link with this text. */
	public Visitor press(String text) {
		return click("//main//button[not(@aria-hidden) and contains(normalize-space(.), " + quoted(text)
				+ ")] | //main//a[contains(normalize-space(.), " + quoted(text) + ")]");
	}

	/** Clicks the first element that the expression finds. */
	public Visitor click(String xpath) {
		HtmlElement element = html().getFirstByXPath(xpath);
		if (element == null) {
			throw new IllegalStateException("Nothing to click for " + xpath + " on this page:\n" + text());
		}
		try {
			this.page = element.click();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The request that pressing this button would send, with the visitor's cookies, for
	 * sending it more than once.
	 */
	public HttpRequest submission(String button) {
		HtmlElement element = html().getFirstByXPath("//main//button[contains(., " + quoted(button) + ")]");
		WebRequest request = element.getEnclosingForm().getWebRequest((SubmittableElement) element);
		String cookies = this.browser.getCookieManager()
			.getCookies()
			.stream()
			.map((cookie) -> cookie.getName() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
		String body = request.getRequestParameters()
			.stream()
			.map((field) -> URLEncoder.encode(field.getName(), StandardCharsets.UTF_8) + "="
					+ URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return HttpRequest.newBuilder(URI.create(request.getUrl().toString()))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Cookie", cookies)
			.build();
	}

	/** What the page says, as a person reads it. */
	public String text() {
		return (this.page instanceof HtmlPage html) ? html.asNormalizedText()
				: this.page.getWebResponse().getContentAsString(StandardCharsets.UTF_8);
	}

	/** The text of the first element that the expression finds, or its value. */
	public String textOf(String xpath) {
		DomElement element = html().getFirstByXPath(xpath);
		if (element == null) {
			throw new IllegalStateException("Nothing found for " + xpath + " on this page:\n" + text());
		}
		return (element instanceof HtmlInput input) ? input.getValue() : element.getTextContent().strip();
	}

	/** Whether the page holds such an element. */
	public boolean sees(String xpath) {
		return html().getFirstByXPath(xpath) != null;
	}

	/** The path of the page. */
	public String path() {
		return this.page.getUrl().getPath();
	}

	/** The whole address of the page. */
	public URI address() {
		return URI.create(this.page.getUrl().toString());
	}

	/** The status of the answer. */
	public int status() {
		return this.page.getWebResponse().getStatusCode();
	}

	/** The page as markup. */
	public HtmlPage html() {
		if (this.page instanceof HtmlPage html) {
			return html;
		}
		throw new IllegalStateException("Not a page: " + this.page.getWebResponse().getContentType());
	}

	/** The name under which a download is saved. */
	public String fileName() {
		return ContentDisposition.parse(this.page.getWebResponse().getResponseHeaderValue("Content-Disposition"))
			.getFilename();
	}

	/** The answer's bytes, of a download. */
	public byte[] bytes() {
		try (java.io.InputStream body = this.page.getWebResponse().getContentAsStream()) {
			return body.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.browser.close();
	}

	private static String quoted(String text) {
		return "concat('" + text.replace("'", "', \"'\", '") + "', '')";
	}

}
