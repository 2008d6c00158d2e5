// What the shell puts into the window.

interface FileFilter {
  name: string;
  extensions: string[];
}

interface FileDialogs {
  open(options: {
    defaultPath?: string;
    filters?: FileFilter[];
    multiple: false;
        directory?: boolean;
  }): Promise<string | null>;
  save(options: { defaultPath?: string; filters?: FileFilter[] }): Promise<string | null>;
}

interface Window {
  __TAURI__: {
    core: { invoke(command: string, asks: object): Promise<unknown> };
    dialog: FileDialogs;
  };
}
