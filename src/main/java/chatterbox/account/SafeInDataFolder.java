package chatterbox.account;

import java.nio.file.Path;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.persistence.DataFolder;
import chatterbox.security.Safe;

/** Keeps the secrets in the data folder, and knows by the accounts whether there must be some. */
@Singleton
final class SafeInDataFolder implements Safe {
    private final DataFolder folder;
    private final Accounts accounts;

    @Inject
    SafeInDataFolder(DataFolder folder, Accounts accounts) {
        this.folder = folder;
        this.accounts = accounts;
    }

    @Override
    public Path folder() {
        return folder.file("keys");
    }

    @Override
    public boolean used() {
        return accounts.any();
    }
}
