package health.admit.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the structures of pages in which axe found nothing, so that a page of the
 * same structure is not looked at again, in this JVM nor in another of the same Maven
 * run.
 * <p>
 * That is sound because our rules judge elements, attributes and colours one by one, and
 * styles reach elements by those: a structure is the set of all elements, each with its
 * attributes and those of everything around it, with whether it is shown, small, holds
 * text and is valid, checked, focused or pointed at, and with the stylesheets. Left out
 * is what data fills in: of texts, addresses, ids and values it holds whether there are
 * any, of references how many they lead to, and of elements that are alike only one.
 * Whether texts fit is for {@link Visit#fitsATelephone()}, which remembers nothing.
 */
final class Structures {

	private static final String STRUCTURE = """
			() => {
				const filled = new Set(['id', 'name', 'value', 'href', 'action', 'formaction', 'src', 'content', 'title',
					'alt', 'placeholder', 'datetime', 'd', 'download', 'aria-label', 'aria-description', 'aria-valuenow',
					'aria-valuetext']);
				const references = new Set(['for', 'list', 'form', 'headers', 'aria-labelledby', 'aria-describedby',
					'aria-controls', 'aria-owns', 'aria-details', 'aria-errormessage', 'aria-activedescendant']);
				const leads = (value) => value.trim().split(/\\s+/)
					.map((id) => document.querySelectorAll('#' + CSS.escape(id || '-')).length);
				const attribute = ({ name, value }) => {
					if (references.has(name)) {
						return `${name}=>${leads(value)}`;
					}
					if (filled.has(name) || name.startsWith('hx-') || name.startsWith('data-') && !/^[\\w-]*$/.test(value)) {
						return value.trim() ? name : `${name}=`;
					}
					return `${name}=${value}`;
				};
				const texts = (element) => [...element.childNodes]
					.some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
				// The smallest that a target of touch may be, which depends on its text.
				const small = ({ width, height }) => width < 24 || height < 24;
				const parts = new Set();
				const look = (element, above) => {
					const own = [element.localName, ...[...element.attributes].map(attribute).sort(),
						element.matches(':disabled') ? 'disabled' : '', element.matches(':invalid') ? 'invalid' : '',
						element.checkVisibility() ? '' : 'unseen', element.textContent.trim() ? 'text' : '',
						small(element.getBoundingClientRect()) ? 'small' : '',
						texts(element) ? 'own' : ''];
					const path = `${above}>${own.filter((part) => part).join(' ')}`;
					for (const state of [':checked', ':placeholder-shown', ':focus']) {
						if (element.matches(state)) {
							parts.add(path + state);
						}
					}
					if (element.matches(':hover') && !element.querySelector(':hover')) {
						parts.add(path + ':hover');
					}
					parts.add(path);
					[...element.children].forEach((child) => look(child, path));
				};
				look(document.documentElement, '');
				const sheets = [...document.styleSheets].map((sheet) => sheet.href && new URL(sheet.href).pathname);
				return [innerWidth, ...sheets, ...[...parts].sort()].join('\\n');
			}""";

	private final Set<String> clean = ConcurrentHashMap.newKeySet();

	private final @Nullable Path folder;

	/**
	 * Knows nothing yet, or what others found.
	 * @param folder what the JVMs of a run share, or {@code null}
	 */
	Structures(@Nullable Path folder) {
		this.folder = folder;
	}

	/**
	 * The ones of this run.
	 */
	static Structures ofThisRun() {
		return Run.STRUCTURES;
	}

	/**
	 * The structure that a page has now.
	 */
	static String of(Page page) {
		String whole = page.evaluate(STRUCTURE).toString();
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	boolean isClean(String structure) {
		return this.clean.contains(structure)
				|| (this.folder != null && Files.exists(this.folder.resolve(structure)) && this.clean.add(structure));
	}

	void remember(String structure) {
		if (this.clean.add(structure) && this.folder != null) {
			try {
				Files.createDirectories(this.folder);
				Files.write(this.folder.resolve(structure), new byte[0]);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private static final class Run {

		private static final @Nullable String NAME = System.getProperty("run.started");

		private static final Structures STRUCTURES = new Structures(
				(NAME != null) ? Path.of("target", "structures", NAME.replace(':', '-')) : null);

	}

}
